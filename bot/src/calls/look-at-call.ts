import type { CallId } from '@agent/protocol';
import type { CallStore } from './call-store.ts';
import type { ServedCalls } from './served-calls.ts';

/** Looks how a call stands, tells its session, and finishes that when the call is over. */
export async function lookAtCall(
  store: Pick<CallStore, 'read'>,
  served: Pick<ServedCalls, 'tell' | 'end'>,
  callId: CallId,
): Promise<void> {
  const { isActive, isHeld, lastSeq, agentIdentity, recordingPausedFromMs } =
    await store.read(callId);
  served.tell(callId, { held: isHeld, lastSeq, agentIdentity, recordingPausedFromMs });
  if (!isActive) void served.end(callId, 'finish');
}
