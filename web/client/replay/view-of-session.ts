import type { CallView, Session } from '@agent/protocol';

/** A call that is over as its agent's desk takes it. */
export function viewOfSession(session: Session): CallView {
  const { callId, status, customerName, contact, agentName, transcribed, recorded } = session;
  const { queue, queuedAt, answeredAt, endedAt, disposition, outcome, notes } = session;
  return {
    ...{ callId, status, customerName, contact, agentName, transcribed, recorded },
    ...{ queue, queuedAt, answeredAt, endedAt, waitsAgainSince: null },
    viewer: 'agent',
    rated: session.rating !== null,
    wrapUp: {
      ...{ disposition, notes, lines: [], outcomeRequired: true },
      outcomes: disposition && outcome ? [{ id: disposition, ...outcome }] : [],
    },
  };
}
