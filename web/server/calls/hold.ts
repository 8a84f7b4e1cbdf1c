import 'server-only';
import type { CallId } from '@agent/protocol';
import { holdCall, resumeCall } from '@agent/store';
import { callOfAgent, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { notActiveMessage } from './mint-room-token.ts';

/** The agent puts the call on hold or takes it off. Harmless when it is so already. */
export async function setHold(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  held: boolean,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status !== 'active') throw Problem.conflict(notActiveMessage(call));
  const change = held ? holdCall : resumeCall;
  const changed = await change(services.db, callId);
  if (changed) void deliver(services, changed.call, changed.appended);
}
