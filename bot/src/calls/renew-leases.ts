import type { CallStore } from './call-store.ts';
import type { ServedCalls } from './served-calls.ts';

/**
 * Renews the lease of every call that is served, and tells its session how the call stands. Whose lease
 * is not ours any more is let go: its call is over, or another bot has it.
 */
export async function renewLeases(
  store: Pick<CallStore, 'renew' | 'read'>,
  served: Pick<ServedCalls, 'sessions' | 'tell' | 'end'>,
): Promise<void> {
  const heard = served.sessions.map((session) => ({
    callId: session.callId,
    heardUntilMs: session.heardUntilMs(),
  }));
  const ours = new Map((await store.renew(heard)).map((lease) => [lease.callId, lease]));
  for (const { callId } of heard) {
    const lease = ours.get(callId);
    if (lease) {
      served.tell(callId, lease);
      continue;
    }
    const { isActive } = await store.read(callId);
    void served.end(callId, isActive ? 'abandon' : 'finish');
  }
}
