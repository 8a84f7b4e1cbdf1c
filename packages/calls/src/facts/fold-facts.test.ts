import { expect, test } from 'vitest';
import { offered, scored } from '../test-support/assist-events.ts';
import {
  agentId,
  type CallLog,
  createAnsweredLog,
  createLog,
  segmentUuid,
  spoken,
  suggestionUuid,
  uuid,
} from '../test-support/call-log.ts';
import { factsOf as factsOfEvents } from '../test-support/facts-context.ts';
import type { FactsContext } from './fold-facts.ts';

const factsOf = (log: CallLog, given: Partial<FactsContext> = {}) =>
  factsOfEvents(
    log.envelopes().map(({ event }) => event),
    given,
  );

function createQueuedLog(): CallLog {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true }, 0);
  return log;
}

const closed = { disposition: 'resolved', notes: '', wrapUpMs: 9_000 };

test('a call that waits is open, and nothing of it is known yet', () => {
  expect(factsOf(createQueuedLog())).toMatchObject({
    ...{ outcome: 'open', waitMs: null, inTarget: false, overTarget: false, agentId: null },
    ...{ talkMs: null, holdMs: null, holds: 0, wrapUpMs: null, firstResponseMs: null },
    ...{ disposition: null, resolves: null, rating: null, offers: 0, ringMs: null },
  });
});

test('talk and hold are what the call lasted, and an open hold ends with it', () => {
  const log = createAnsweredLog();
  log.append('call.held', {}, 15_000);
  log.append('call.resumed', {}, 20_000);
  log.append('call.held', {}, 50_000);
  expect(factsOf(log)).toMatchObject({ outcome: 'answered', talkMs: null, holdMs: null, holds: 2 });
  log.append('call.ended', { reason: 'customer-hung-up' }, 70_000);
  expect(factsOf(log)).toMatchObject({
    ...{ waitMs: 10_000, inTarget: true, overTarget: false, agentId },
    ...{ talkMs: 35_000, holdMs: 25_000, holds: 2, wrapUpMs: null, closedAt: null },
  });
  log.append('call.wrapped-up', closed, 80_000);
  expect(factsOf(log)).toMatchObject({
    ...{ talkMs: 35_000, holdMs: 25_000, wrapUpMs: 9_000 },
    ...{ disposition: 'resolved', resolves: true, closedBy: 'agent' },
  });
});

test('an outcome that the system chose is neither resolved nor not', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-lost', lostMs: 5_000 }, 70_000);
  log.append('call.wrapped-up', { ...closed, disposition: 'other' }, 80_000);
  expect(factsOf(log, { closedBy: 'system', resolves: false })).toMatchObject({
    ...{ talkMs: 5_000, holdMs: 0, disposition: 'other', resolves: null, closedBy: 'system' },
  });
});

test('a rating that comes late changes nothing else', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' }, 70_000);
  log.append('call.wrapped-up', closed, 80_000);
  const before = factsOf(log);
  log.append('call.rated', { score: 4, comment: 'fine' }, 900_000);
  expect(factsOf(log)).toEqual({ ...before, rating: 4 });
});

test('whoever waits longer than the target is over it, whatever comes of it', () => {
  expect(factsOf(createAnsweredLog(), { targetSeconds: 9 })).toMatchObject({
    ...{ inTarget: false, overTarget: true },
  });
  expect(factsOf(createAnsweredLog(), { targetSeconds: 10 }).inTarget).toBe(true);
  const left = (waitedMs: number, targetSeconds = 20) => {
    const log = createQueuedLog();
    log.append('call.abandoned', { reason: 'customer-lost', waitedMs }, 90_000);
    return factsOf(log, { targetSeconds });
  };
  const notIn = { inTarget: false, agentId: null, answeredAt: null };
  expect(left(20_001)).toMatchObject({ outcome: 'abandoned', overTarget: true, ...notIn });
  expect(left(20_000)).toMatchObject({ outcome: 'abandoned', overTarget: false, waitMs: 20_000 });
  expect(left(5_000)).toMatchObject({ outcome: 'abandoned', overTarget: false });
  expect(left(4_999, 1)).toMatchObject({ outcome: 'short-abandoned', overTarget: false });
});

test('offers count by what became of them, and the one that was taken tells how long it rang', () => {
  const log = createQueuedLog();
  log.append('call.offered', { agentId }, 1_000);
  log.append('call.offer-declined', { agentId }, 3_000);
  log.append('call.offered', { agentId }, 4_000);
  log.append('call.offer-expired', { agentId }, 24_000);
  log.append('call.offered', { agentId }, 25_000);
  expect(factsOf(log)).toMatchObject({
    ...{ offers: 3, offersDeclined: 1, offersExpired: 1, ringMs: null },
  });
  log.append('call.accepted', { agentId, agentName: 'Alex' }, 29_000);
  log.append('call.requeued', { reason: 'agent-left' }, 40_000);
  log.append('call.offered', { agentId }, 41_000);
  log.append('call.accepted', { agentId, agentName: 'Sam' }, 55_000);
  expect(factsOf(log)).toMatchObject({ offers: 4, ringMs: 4_000, waitMs: 29_000 });
});

test('time without an agent is neither talk nor the first wait, and the last agent has the call', () => {
  const other = uuid(77) as typeof agentId;
  const log = createAnsweredLog();
  log.append('call.requeued', { reason: 'agent-left' }, 30_000);
  expect(factsOf(log)).toMatchObject({ outcome: 'answered', agentId, talkMs: null });
  log.append('call.accepted', { agentId: other, agentName: 'Sam' }, 60_000);
  log.append('call.requeued', { reason: 'agent-left' }, 70_000);
  log.append('call.abandoned', { reason: 'customer-left', waitedMs: 5_000 }, 75_000);
  expect(factsOf(log)).toMatchObject({
    ...{ outcome: 'answered', agentId: other, waitMs: 10_000, talkMs: 30_000, wrapUpMs: null },
  });
});

test('the first response is what the agent said or typed first; without a transcript the answer', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(1, 500, 'customer'), 12_000);
  expect(factsOf(log).firstResponseMs).toBeNull();
  log.append('segment.final', spoken(3, 9_000, 'agent'), 21_000);
  expect(factsOf(log).firstResponseMs).toBe(19_000);
  log.append('segment.final', spoken(2, 4_000, 'agent'), 22_000);
  expect(factsOf(log).firstResponseMs).toBe(14_000);
  log.append('chat.message', { messageId: uuid(4), from: 'customer', text: 'hi' }, 10_500);
  log.append('chat.message', { messageId: uuid(5), from: 'agent', text: 'hi' }, 13_000);
  expect(factsOf(log).firstResponseMs).toBe(13_000);
  expect(factsOf(log, { isTranscribed: false }).firstResponseMs).toBe(10_000);
});

test('only the last score of a line counts, and only of lines of the customer', () => {
  const log = createAnsweredLog();
  const says = (id: number, score: number, speaker: 'customer' | 'agent' = 'customer') => {
    log.append('segment.final', spoken(id, id * 1_000, speaker));
    log.append('sentiment.scored', scored(id, score));
  };
  for (const [index, score] of [-0.9, -0.6, -0.3, 0, 0.3, 0.6].entries()) says(index + 1, score);
  says(7, -1, 'agent');
  log.append('sentiment.scored', scored(1, -0.6));
  log.append('sentiment.scored', scored(50, -1));
  const { sentimentSum, ...facts } = factsOf(log);
  expect(sentimentSum).toBeCloseTo(-0.6);
  expect(facts).toMatchObject({ sentimentLines: 6, sentimentStart: -0.5, sentimentEnd: 0.3 });
});

test('suggestions count by fate and by card, and what was gone at once was never seen', () => {
  const log = createAnsweredLog();
  const offer = (id: number, atMs: number, cardId: string | null) => {
    const { source, ...rest } = offered(suggestionUuid(id));
    log.append('suggestion.offered', { ...rest, source: { ...source, cardId } }, atMs);
  };
  const suggestionId = suggestionUuid;
  offer(1, 12_000, 'refunds');
  log.append('suggestion.accepted', { suggestionId: suggestionId(1), how: 'said' }, 13_000);
  offer(2, 14_000, 'refunds');
  log.append('suggestion.expired', { suggestionId: suggestionId(2), reason: 'timed-out' }, 17_000);
  offer(3, 18_000, 'delivery');
  log.append('suggestion.expired', { suggestionId: suggestionId(3), reason: 'timed-out' }, 20_999);
  offer(4, 22_000, null);
  log.append('suggestion.edited', { suggestionId: suggestionId(4), text: 'x' }, 23_000);
  offer(5, 24_000, 'delivery');
  log.append('suggestion.dismissed', { suggestionId: suggestionId(5) }, 25_000);
  offer(6, 26_000, null);
  log.append('suggestion.marked-wrong', { suggestionId: suggestionId(6) }, 27_000);
  offer(7, 28_000, 'delivery');
  const none = { accepted: 0, edited: 0, dismissed: 0, markedWrong: 0, expired: 0, unseen: 0 };
  const { suggestions, cards } = factsOf(log);
  expect(suggestions).toEqual({
    ...{ offered: 7, accepted: 1, edited: 1, dismissed: 1, markedWrong: 1, expired: 1, unseen: 1 },
  });
  expect(cards).toEqual([
    { cardId: 'delivery', ...none, offered: 3, dismissed: 1, unseen: 1 },
    { cardId: 'refunds', ...none, offered: 2, accepted: 1, expired: 1 },
  ]);
  log.append('call.ended', { reason: 'agent-hung-up' }, 40_000);
  expect(factsOf(log).suggestions).toMatchObject({ offered: 7, expired: 2, unseen: 1 });
});

test('requests for help and orders named count once each', () => {
  const log = createAnsweredLog();
  for (const number of [300, 300, 301]) {
    log.append('help.requested', { helpId: uuid(number), reason: '' });
  }
  for (const orderNumber of ['4521', '4521', '4522']) {
    const data = { segmentId: segmentUuid(1), orderNumber, customerId: 'c-1' };
    log.append('order.mentioned', data as never);
  }
  expect(factsOf(log)).toMatchObject({ helpRequests: 2, ordersNamed: 2 });
});

test('a clock that was wrong makes no time negative or endless', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' }, 70_000);
  const early = new Date(0);
  expect(factsOf(log, { answeredAt: early, endedAt: early })).toMatchObject({
    waitMs: 0,
    talkMs: 0,
  });
  const late = new Date('2099-01-01T00:00:00Z');
  expect(factsOf(log, { endedAt: late }).talkMs).toBe(7 * 86_400_000);
});
