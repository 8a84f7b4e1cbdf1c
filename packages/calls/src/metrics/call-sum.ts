import type { CallFacts } from '../facts/call-facts.ts';

/**
 * A number that adds up over calls. Metrics are made of sums alone, so that a day, an agent and a total are
 * made the same way, whether they come from calls, from days that were summed up before, or from an export.
 */
export interface CallSum {
  /** What one call adds. */
  of: (facts: CallFacts) => number;
  /** The same over rows `f` of `call_facts`. */
  sql: string;
  /** Which of these rows a count counts; null for what is no count of calls. */
  where: string | null;
}

const answered = ({ answeredAt }: CallFacts) => answeredAt !== null;
const isClosed = ({ closedAt }: CallFacts) => closedAt !== null;
const used = ({ suggestions }: CallFacts) => suggestions.accepted + suggestions.edited;
const handleMs = ({ talkMs, holdMs, wrapUpMs }: CallFacts) =>
  (talkMs ?? 0) + (holdMs ?? 0) + (wrapUpMs ?? 0);

/** Every sum over calls, by name. `…Ms` in milliseconds, the rest are counts; `sentiment` adds −1 to 1 a call. */
export const callSums = {
  offered: { of: () => 1, sql: 'count(*)', where: 'true' },
  open: count(({ outcome }) => outcome === 'open', `f.outcome = 'open'`),
  answered: count(answered, 'f.answered_at is not null'),
  abandoned: count(({ outcome }) => outcome === 'abandoned', `f.outcome = 'abandoned'`),
  shortAbandoned: count(
    ({ outcome }) => outcome === 'short-abandoned',
    `f.outcome = 'short-abandoned'`,
  ),
  /** Of answered and abandoned ones, without the short. */
  settled: count(
    ({ outcome }) => outcome === 'answered' || outcome === 'abandoned',
    `f.outcome in ('answered', 'abandoned')`,
  ),
  inTarget: count(({ inTarget }) => inTarget, 'f.in_target'),
  /** Who waited beyond the target, or was answered within it: leaving before it neither helps nor hurts. */
  targeted: count(
    ({ inTarget, overTarget }) => inTarget || overTarget,
    'f.in_target or f.over_target',
  ),
  answerMs: sum(
    (facts) => (answered(facts) ? (facts.waitMs ?? 0) : 0),
    'f.wait_ms',
    'f.answered_at is not null',
  ),
  responded: count(
    ({ firstResponseMs }) => firstResponseMs !== null,
    'f.first_response_ms is not null',
  ),
  responseMs: sum(({ firstResponseMs }) => firstResponseMs ?? 0, 'f.first_response_ms'),
  talked: count(({ talkMs }) => talkMs !== null, 'f.talk_ms is not null'),
  durationMs: sum(
    ({ talkMs, holdMs }) => (talkMs === null ? 0 : talkMs + (holdMs ?? 0)),
    'f.talk_ms + coalesce(f.hold_ms, 0)',
  ),
  holdMs: sum(
    ({ talkMs, holdMs }) => (talkMs === null ? 0 : (holdMs ?? 0)),
    'f.hold_ms',
    'f.talk_ms is not null',
  ),
  closed: count(
    (facts) => answered(facts) && isClosed(facts),
    'f.answered_at is not null and f.closed_at is not null',
  ),
  wrapUpMs: sum(({ wrapUpMs }) => wrapUpMs ?? 0, 'f.wrap_up_ms'),
  handleMs: sum(
    (facts) => (answered(facts) && isClosed(facts) ? handleMs(facts) : 0),
    'coalesce(f.talk_ms, 0) + coalesce(f.hold_ms, 0) + coalesce(f.wrap_up_ms, 0)',
    'f.answered_at is not null and f.closed_at is not null',
  ),
  rated: count(({ rating }) => rating !== null, 'f.rating is not null'),
  satisfied: count(({ rating }) => (rating ?? 0) >= 4, 'f.rating >= 4'),
  ratings: sum(({ rating }) => rating ?? 0, 'f.rating'),
  scored: count(({ sentimentLines }) => sentimentLines > 0, 'f.sentiment_lines > 0'),
  sentiment: sum(
    ({ sentimentSum, sentimentLines }) => (sentimentLines > 0 ? sentimentSum / sentimentLines : 0),
    'f.sentiment_sum / nullif(f.sentiment_lines, 0)',
  ),
  judged: count(({ resolves }) => resolves !== null, 'f.resolves is not null'),
  resolved: count(({ resolves }) => resolves === true, 'f.resolves'),
  offers: sum(({ offers }) => offers, 'f.offers'),
  offersMissed: sum(
    ({ offersDeclined, offersExpired }) => offersDeclined + offersExpired,
    'f.offers_declined + f.offers_expired',
  ),
  callsOffered: count(({ offers }) => offers > 0, 'f.offers > 0'),
  suggestionsSeen: sum(
    ({ suggestions }) => suggestions.offered - suggestions.unseen,
    'f.suggestions_offered - f.suggestions_unseen',
  ),
  suggestionsUsed: sum(used, 'f.suggestions_accepted + f.suggestions_edited'),
  callsHelped: count(
    ({ suggestions }) => suggestions.offered > suggestions.unseen,
    'f.suggestions_offered > f.suggestions_unseen',
  ),
} as const satisfies Record<string, CallSum>;

/** Names a sum over calls. */
export type CallSumId = keyof typeof callSums;

function count(holds: (facts: CallFacts) => boolean, sql: string): CallSum {
  const of = (facts: CallFacts) => (holds(facts) ? 1 : 0);
  return { of, sql: `count(*) filter (where ${sql})`, where: `(${sql})` };
}

function sum(of: (facts: CallFacts) => number, sql: string, only?: string): CallSum {
  const filter = only ? ` filter (where ${only})` : '';
  return { of, sql: `coalesce(sum(${sql})${filter}, 0)`, where: null };
}
