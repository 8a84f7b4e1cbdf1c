import type { CallStore, StoredCall } from './call-store.ts';
import type { HowToEnd, ServedCalls } from './served-calls.ts';

/**
 * Renews the lease of every call that is served, and tells its session how the call stands. Whose lease
 * is not ours any more is let go: its call is over, waits for another agent, or another bot has it.
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
    const { standing } = await store.read(callId);
    void served.end(callId, howToEnd[standing]);
  }
}

const howToEnd = {
  active: 'abandon',
  waiting: 'handOn',
  over: 'finish',
} as const satisfies Record<StoredCall['standing'], HowToEnd>;
