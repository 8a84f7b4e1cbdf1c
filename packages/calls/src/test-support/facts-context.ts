import { type CallEvent, queueIdSchema } from '@agent/protocol';
import { applyEvent } from '../apply-event.ts';
import { createCallState } from '../call-state.ts';
import { type FactsContext, foldFacts } from '../facts/fold-facts.ts';
import { agentId, callId, queuedAtMs } from './call-log.ts';

/** What the row of a call would tell that has this log; what is given is otherwise. */
export function factsContext(
  events: readonly CallEvent[],
  given: Partial<FactsContext> = {},
): FactsContext {
  const state = events.reduce(applyEvent, createCallState(callId));
  const time = (ms: number | null) => (ms === null ? null : new Date(ms));
  return {
    callId,
    queueId: queueIdSchema.parse('main'),
    targetSeconds: 20,
    isTranscribed: state.transcribed,
    agentId: state.agentName === null ? null : agentId,
    customerId: null,
    queuedAt: new Date(state.queuedAtMs ?? queuedAtMs),
    answeredAt: time(state.answeredAtMs),
    endedAt: time(state.endedAtMs),
    closedAt: time(state.closedAtMs),
    closedBy: state.phase === 'closed' ? 'agent' : null,
    resolves: state.wrapUp?.disposition === 'resolved',
    ...given,
  };
}

/** The facts of a call that has this log. */
export function factsOf(events: readonly CallEvent[], given: Partial<FactsContext> = {}) {
  return foldFacts(factsContext(events, given), events);
}
