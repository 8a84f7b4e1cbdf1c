import 'server-only';
import type { CallId } from '@agent/protocol';
import { pauseRecording, resumeRecording } from '@agent/store';
import { callOfAgent, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { notActiveMessage } from './mint-room-token.ts';

/** The agent leaves out of the recording what is said, or records on. Harmless when it is so already. */
export async function setRecordingPause(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  paused: boolean,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status !== 'active') throw Problem.conflict(notActiveMessage(call));
  if (!call.recorded) throw Problem.conflict('This call is not recorded.');
  const change = paused ? pauseRecording : resumeRecording;
  const changed = await change(services.db, callId);
  if (changed) void deliver(services, changed.call, changed.appended);
}
