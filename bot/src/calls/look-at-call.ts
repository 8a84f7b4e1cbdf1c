import type { CallId } from '@agent/protocol';
import type { CallStore } from './call-store.ts';
import type { ServedCalls } from './served-calls.ts';

/**
 * Looks how a call stands, tells its session, and finishes that when the call is over. While it waits
 * for another agent nobody is listened to.
 */
export async function lookAtCall(
  store: Pick<CallStore, 'read'>,
  served: Pick<ServedCalls, 'tell' | 'end'>,
  callId: CallId,
): Promise<void> {
  const { standing, isHeld, lastSeq, agentIdentity, recordingPausedFromMs } =
    await store.read(callId);
  served.tell(callId, { held: isHeld, lastSeq, agentIdentity, recordingPausedFromMs });
  if (standing !== 'active') void served.end(callId, standing === 'over' ? 'finish' : 'handOn');
}
