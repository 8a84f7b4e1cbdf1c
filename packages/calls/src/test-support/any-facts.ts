import {
  type CallId,
  type CustomerId,
  callIdSchema,
  customerIdSchema,
  type QueueId,
  queueIdSchema,
  type UserId,
  userIdSchema,
} from '@agent/protocol';
import * as fc from 'fast-check';
import type { SuggestionCounts } from '../facts/call-facts.ts';
import type { FollowedFacts } from '../metrics/repeat-sum.ts';

/** Whose calls, and when. */
export interface AnyFactsOptions {
  agents?: readonly UserId[];
  queues?: readonly QueueId[];
  from?: Date;
  to?: Date;
}

/** An agent that nobody else is. */
export function newUserId(): UserId {
  return userIdSchema.parse(crypto.randomUUID());
}

const ms = (max: number) => fc.integer({ min: 0, max });

/** Facts that a call may have, of each kind of ending; some agree with no log, and sums must not mind. */
export function anyFacts({
  agents = [newUserId()],
  queues = [queueIdSchema.parse('main')],
  from = new Date('2026-11-01T00:00:00Z'),
  to = new Date('2026-11-30T23:59:59Z'),
}: AnyFactsOptions = {}): fc.Arbitrary<FollowedFacts> {
  return fc
    .record({
      callId: fc.uuid().map((uuid): CallId => callIdSchema.parse(uuid)),
      queueId: fc.constantFrom(...queues),
      agent: fc.constantFrom(...agents),
      customerId: fc.option(fc.constant<CustomerId>(customerIdSchema.parse('customer-1'))),
      queuedAtMs: fc.integer({ min: from.getTime(), max: to.getTime() }),
      outcome: fc.constantFrom('open', 'answered', 'answered', 'abandoned', 'short-abandoned'),
      progress: fc.constantFrom('talks', 'wraps-up', 'closed', 'closed'),
      isTranscribed: fc.boolean(),
      targetMs: fc.constantFrom(10_000, 20_000),
      waitMs: ms(60_000),
      times: fc.record({ ring: ms(20_000), talk: ms(900_000), hold: ms(60_000), wrap: ms(90_000) }),
      offers: fc.integer({ min: 0, max: 5 }),
      declined: fc.integer({ min: 0, max: 2 }),
      firstWordsMs: fc.option(ms(9_000)),
      disposition: fc.constantFrom('resolved', 'follow-up', 'other'),
      closedBy: fc.constantFrom('agent', 'system'),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
      scores: fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 8 }),
      helpRequests: ms(2),
      ordersNamed: ms(3),
      suggestions: anyCounts(),
      repeated: fc.boolean(),
    })
    .map(factsOf);
}

type Drawn = {
  callId: CallId;
  queueId: QueueId;
  agent: UserId;
  customerId: CustomerId | null;
  queuedAtMs: number;
  outcome: FollowedFacts['outcome'];
  progress: 'talks' | 'wraps-up' | 'closed';
  isTranscribed: boolean;
  targetMs: number;
  waitMs: number;
  times: { ring: number; talk: number; hold: number; wrap: number };
  offers: number;
  declined: number;
  firstWordsMs: number | null;
  disposition: string;
  closedBy: 'agent' | 'system';
  rating: number | null;
  scores: number[];
  helpRequests: number;
  ordersNamed: number;
  suggestions: SuggestionCounts;
  repeated: boolean;
};

function factsOf(drawn: Drawn): FollowedFacts {
  const { outcome, waitMs, targetMs, times, scores, queuedAtMs, offers } = drawn;
  const isAnswered = outcome === 'answered';
  const isOver = isAnswered ? drawn.progress !== 'talks' : outcome !== 'open';
  const isClosed = isAnswered && drawn.progress === 'closed';
  const resolves = isClosed && drawn.closedBy === 'agent' ? drawn.disposition === 'resolved' : null;
  const at = (afterMs: number) => new Date(queuedAtMs + afterMs);
  const overMs = waitMs + (isAnswered ? times.talk + times.hold : 0);
  const declined = Math.min(offers, drawn.declined);
  return {
    callId: drawn.callId,
    queueId: drawn.queueId,
    agentId: isAnswered ? drawn.agent : null,
    customerId: drawn.customerId,
    queuedAt: at(0),
    answeredAt: isAnswered ? at(waitMs) : null,
    endedAt: isOver ? at(overMs) : null,
    closedAt: isClosed ? at(overMs + times.wrap) : null,
    outcome,
    isTranscribed: drawn.isTranscribed,
    inTarget: isAnswered && waitMs <= targetMs,
    overTarget: outcome !== 'short-abandoned' && waitMs > targetMs,
    waitMs: outcome === 'open' ? null : waitMs,
    ringMs: isAnswered ? times.ring : null,
    offers,
    offersDeclined: declined,
    offersExpired: offers - declined > 0 ? 1 : 0,
    talkMs: isAnswered && isOver ? times.talk : null,
    holdMs: isAnswered && isOver ? times.hold : null,
    holds: times.hold > 0 ? 1 : 0,
    wrapUpMs: isClosed ? times.wrap : null,
    closedBy: isClosed ? drawn.closedBy : null,
    firstResponseMs: isAnswered && drawn.firstWordsMs !== null ? waitMs + drawn.firstWordsMs : null,
    disposition: isClosed ? drawn.disposition : null,
    resolves,
    rating: isOver ? drawn.rating : null,
    sentimentSum: scores.reduce((sum, score) => sum + score / 100, 0),
    sentimentLines: scores.length,
    sentimentStart: scores.length > 0 ? (scores[0] ?? 0) / 100 : null,
    sentimentEnd: scores.length > 0 ? (scores.at(-1) ?? 0) / 100 : null,
    helpRequests: drawn.helpRequests,
    ordersNamed: drawn.ordersNamed,
    suggestions: drawn.suggestions,
    cards: [],
    repeated: resolves === true && drawn.customerId !== null ? drawn.repeated : null,
  };
}

function anyCounts(): fc.Arbitrary<SuggestionCounts> {
  return fc
    .record({
      ...{ accepted: ms(3), edited: ms(2), dismissed: ms(2), markedWrong: ms(1) },
      ...{ expired: ms(2), unseen: ms(2), undecided: ms(1) },
    })
    .map(({ undecided, ...counts }) => ({
      offered: Object.values(counts).reduce((sum, count) => sum + count, undecided),
      ...counts,
    }));
}
