import 'server-only';
import type { CallId, Heartbeat } from '@agent/protocol';
import { touchAgentOnCall, touchCustomer } from '@agent/store';
import { callOfReader } from '../access/supervised-call.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { lastSeqFor, statusFor } from './call-view.ts';

/**
 * A sign of life of one side; the answer tells it whether it has missed anything. A supervisor is told the
 * same: whether it is there is seen in the room.
 */
export async function heartbeat(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<Heartbeat> {
  const { call, reader } = await callOfReader(services, viewer, callId);
  if (reader === 'agent') await touchAgentOnCall(services.db, callId);
  if (reader === 'customer') await touchCustomer(services.db, callId);
  return { status: statusFor(call, reader), lastSeq: lastSeqFor(call, reader) };
}
