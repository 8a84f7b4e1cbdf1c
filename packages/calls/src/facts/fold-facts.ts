import type { CallEvent, CallId, CustomerId, QueueId, UserId } from '@agent/protocol';
import { applyEvent } from '../apply-event.ts';
import { type CallState, createCallState, isTalkOver } from '../call-state.ts';
import { durations } from '../durations.ts';
import { type CallFacts, type FactOutcome, SHORT_ABANDON_MS } from './call-facts.ts';
import { countOffers } from './count-offers.ts';
import { countCards, countSuggestions } from './count-suggestions.ts';
import { heardIn } from './heard-in.ts';
import { moodEnds, scoredLines } from './mood-ends.ts';

/** What the row of a call tells beside its log. */
export interface FactsContext {
  callId: CallId;
  queueId: QueueId;
  /** As its queue had it then. */
  targetSeconds: number;
  isTranscribed: boolean;
  /** Null while nobody has it, also when somebody had it before. */
  agentId: UserId | null;
  customerId: CustomerId | null;
  queuedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  closedAt: Date | null;
  closedBy: 'agent' | 'system' | null;
  /** Whether its outcome counts as resolved; null without one. */
  resolves: boolean | null;
}

/** Grows with every change of the rules: facts of before are worked out again. */
export const FACTS_VERSION = 1;

/** Whatever takes longer is a clock that was wrong; sums of three such stay small integers. */
const MOST_MS = 7 * 86_400_000;

/** The facts of a call, of its row and its log. Times are the row's, as lists of calls have them. */
export function foldFacts(context: FactsContext, events: readonly CallEvent[]): CallFacts {
  const state = stateOf(context, events);
  const { callId, queueId, customerId, queuedAt, answeredAt, endedAt, closedAt } = context;
  const { isTranscribed, closedBy } = context;
  const waitMs = waitMsOf(context, state);
  const lines = scoredLines(state);
  const { start, end } = moodEnds(lines);
  const disposition = state.wrapUp?.disposition ?? null;
  return {
    ...{ callId, queueId, agentId: agentOf(context, events), customerId },
    ...{ queuedAt, answeredAt, endedAt, closedAt, closedBy, isTranscribed },
    ...waitFacts(context, waitMs),
    ...countOffers(events),
    ...talkFacts(context, state),
    firstResponseMs: firstResponseMs(context, state, waitMs),
    disposition,
    resolves: disposition !== null && closedBy === 'agent' ? context.resolves : null,
    rating: state.rating?.score ?? null,
    sentimentSum: lines.reduce((sum, { score }) => sum + score, 0),
    sentimentLines: lines.length,
    sentimentStart: start,
    sentimentEnd: end,
    helpRequests: state.supervision.help.length,
    ordersNamed: state.assist.mentionedOrders.length,
    suggestions: countSuggestions(state.assist.suggestions),
    cards: countCards(state.assist.suggestions),
  };
}

function stateOf(
  { callId, queuedAt, answeredAt, endedAt }: FactsContext,
  events: readonly CallEvent[],
): CallState {
  const { segments, sentiment, others } = heardIn(events);
  const state = others.reduce(applyEvent, createCallState(callId));
  return {
    ...{ ...state, segments, assist: { ...state.assist, sentiment } },
    queuedAtMs: queuedAt.getTime(),
    answeredAtMs: answeredAt?.getTime() ?? null,
    endedAtMs: endedAt?.getTime() ?? null,
  };
}

/** Of a call that waits again, or was given up while it did, who had it before. */
function agentOf(
  { agentId, answeredAt }: FactsContext,
  events: readonly CallEvent[],
): UserId | null {
  if (answeredAt === null) return null;
  const accepted = events.findLast((event) => event.type === 'call.accepted');
  return agentId ?? accepted?.data.agentId ?? null;
}

/** The wait for the first answer, or for being gone. Who vanished waited until last seen. */
function waitMsOf(
  { queuedAt, answeredAt, endedAt }: FactsContext,
  { waitedMs }: CallState,
): number | null {
  if (answeredAt) return limited(answeredAt.getTime() - queuedAt.getTime());
  if (!endedAt) return null;
  return limited(waitedMs ?? endedAt.getTime() - queuedAt.getTime());
}

function waitFacts(
  context: FactsContext,
  waitMs: number | null,
): Pick<CallFacts, 'outcome' | 'inTarget' | 'overTarget' | 'waitMs'> {
  const outcome = outcomeOf(context, waitMs);
  const isOver = (waitMs ?? 0) > context.targetSeconds * 1_000;
  return {
    outcome,
    waitMs,
    inTarget: outcome === 'answered' && !isOver,
    overTarget: outcome !== 'short-abandoned' && isOver,
  };
}

function outcomeOf({ answeredAt }: FactsContext, waitMs: number | null): FactOutcome {
  if (answeredAt) return 'answered';
  if (waitMs === null) return 'open';
  return waitMs < SHORT_ABANDON_MS ? 'short-abandoned' : 'abandoned';
}

function talkFacts(
  { answeredAt, endedAt, closedAt }: FactsContext,
  state: CallState,
): Pick<CallFacts, 'talkMs' | 'holdMs' | 'holds' | 'wrapUpMs'> {
  const holds = state.holds.length;
  if (!answeredAt || !endedAt || !isTalkOver(state)) {
    return { talkMs: null, holdMs: null, holds, wrapUpMs: null };
  }
  const { talkMs, holdMs, wrapUpMs } = durations(state, (closedAt ?? endedAt).getTime());
  return {
    talkMs: limited(talkMs),
    holdMs: limited(holdMs),
    holds,
    wrapUpMs: closedAt && limited(wrapUpMs),
  };
}

/** The answer itself where nobody listened for words. */
function firstResponseMs(
  { isTranscribed, answeredAt }: FactsContext,
  { segments, chat }: CallState,
  waitMs: number | null,
): number | null {
  if (!answeredAt || waitMs === null) return null;
  if (!isTranscribed) return waitMs;
  const saidMs = segments
    .filter(({ speaker }) => speaker === 'agent')
    .map(({ startMs }) => startMs);
  const typedMs = chat.filter(({ from }) => from === 'agent').map(({ atMs }) => atMs);
  const firstMs = [...saidMs, ...typedMs].reduce<number | null>(
    (first, ms) => (first === null ? ms : Math.min(first, ms)),
    null,
  );
  return firstMs === null ? null : limited(waitMs + firstMs);
}

function limited(ms: number): number {
  return Math.min(MOST_MS, Math.max(0, Math.round(ms)));
}
