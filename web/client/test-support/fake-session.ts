import type { SessionPage, SessionSummary } from '@agent/protocol';
import { aCallId, aQueueId, aUserId } from '@agent/testing/ids';

/** The id of the n-th call. */
export function sessionId(n: number) {
  return aCallId(`0193d5d2-8a4e-4a3e-9c39-${String(n).padStart(12, '0')}`);
}

/** A call that is over; what a test cares about is given. */
export function fakeSession(n: number, part: Partial<SessionSummary> = {}): SessionSummary {
  return {
    callId: sessionId(n),
    status: 'closed',
    queue: { id: aQueueId(), name: 'Main' },
    customerName: `Customer ${n}`,
    agentId: aUserId('0193d5d2-8a4e-4a3e-9c39-00000000a001'),
    agentName: 'Alex Agent',
    queuedAt: '2026-11-23T14:01:00.000Z',
    answeredAt: '2026-11-23T14:02:00.000Z',
    endedAt: '2026-11-23T14:06:12.000Z',
    talkMs: 252_000,
    endReason: 'customer-hung-up',
    disposition: 'resolved',
    outcome: { label: 'Resolved', resolves: true },
    rating: 4,
    sentiment: { start: 0, end: -0.6, trend: [0, -0.3, -0.6] },
    orderNumbers: ['4521'],
    topics: ['Late delivery'],
    sound: 'ready',
    hits: [],
    ...part,
  };
}

/** A page of them; the last unless it is given a cursor. */
export function fakeSessionPage(
  sessions: SessionSummary[],
  nextCursor: string | null = null,
): SessionPage {
  return { sessions, nextCursor, count: { value: sessions.length, isMore: nextCursor !== null } };
}
