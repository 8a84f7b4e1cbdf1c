import type { CallStore } from './call-store.ts';
import type { ServedCalls } from './served-calls.ts';

/** Tells the session of every call that is served which supervisors may follow it now. */
export async function tellListeners(
  store: Pick<CallStore, 'readListeners'>,
  { sessions }: Pick<ServedCalls, 'sessions'>,
): Promise<void> {
  if (sessions.length === 0) return;
  const listeners = await store.readListeners(sessions.map(({ callId }) => callId));
  for (const session of sessions) {
    session.setListeners(listeners.filter(({ callId }) => callId === session.callId));
  }
}
