import 'server-only';
import type { CallId, Heartbeat } from '@agent/protocol';
import { touchAgentOnCall, touchCustomer } from '@agent/store';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { lastSeqFor, statusFor } from './call-view.ts';

/** A sign of life of one side; the answer tells it whether it has missed anything. */
export async function heartbeat(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<Heartbeat> {
  const { call, side } = await callOfOwner(services, viewer, callId);
  const touch = side === 'agent' ? touchAgentOnCall : touchCustomer;
  await touch(services.db, callId);
  return { status: statusFor(call, side), lastSeq: lastSeqFor(call, side) };
}
