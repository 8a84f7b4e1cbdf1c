import type { CallEvent } from '@agent/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from '../apply-event.ts';
import { createCallState } from '../call-state.ts';
import { callSums } from '../metrics/call-sum.ts';
import { anyLog } from '../test-support/any-call-log.ts';
import { callId } from '../test-support/call-log.ts';
import { factsContext, factsOf } from '../test-support/facts-context.ts';
import type { SuggestionCounts } from './call-facts.ts';
import { factEventTypes } from './fact-events.ts';
import { foldFacts } from './fold-facts.ts';

/** The beginning of any log, as when a call goes on. */
const anyEvents: fc.Arbitrary<CallEvent[]> = fc
  .tuple(anyLog, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([log, part]) =>
    log.slice(0, Math.ceil(log.length * part)).map(({ event }): CallEvent => event),
  );

const settled = (counts: SuggestionCounts) => {
  const { offered, ...fates } = counts;
  return Object.values(fates).reduce((sum, count) => sum + count, 0);
};

test('the parts of a call’s facts add up, whatever its log says', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const facts = factsOf(events);
      const state = events.reduce(applyEvent, createCallState(callId));
      const { suggestions, cards, waitMs, talkMs, holdMs } = facts;
      const open = state.assist.suggestions.filter(({ fate }) => fate.state === 'open').length;
      expect(suggestions.offered).toBe(settled(suggestions) + open);
      const ofCards = cards.reduce((sum, { offered }) => sum + offered, 0);
      expect(ofCards).toBeLessThanOrEqual(suggestions.offered);
      expect(facts.outcome === 'open').toBe(waitMs === null);
      expect(facts.outcome === 'answered').toBe(facts.answeredAt !== null);
      expect(facts.inTarget && facts.overTarget).toBe(false);
      expect(talkMs === null).toBe(holdMs === null);
      if (talkMs !== null && holdMs !== null) {
        const { answeredAt, endedAt } = facts;
        const lastedMs = Number(endedAt) - Number(answeredAt);
        if (state.waits.length === 0) expect(talkMs + holdMs).toBe(Math.max(0, lastedMs));
        expect(talkMs + holdMs).toBeLessThanOrEqual(Math.max(0, lastedMs));
        if (state.holds.length === 0) expect(holdMs).toBe(0);
      }
      if (facts.firstResponseMs !== null) {
        expect(facts.firstResponseMs).toBeGreaterThanOrEqual(waitMs ?? Number.POSITIVE_INFINITY);
      }
      expect(Math.abs(facts.sentimentSum)).toBeLessThanOrEqual(facts.sentimentLines + 1e-9);
      expect(facts.sentimentStart === null).toBe(facts.sentimentLines === 0);
    }),
  );
});

test('what happens beside that makes no fact', () => {
  const types: readonly string[] = factEventTypes;
  fc.assert(
    fc.property(anyEvents, (events) => {
      const needed = events.filter(({ type }) => types.includes(type));
      expect(foldFacts(factsContext(events), needed)).toEqual(factsOf(events));
    }),
  );
});

test('what is told twice counts once, and what the agent does in the end changes no call', () => {
  const once = new Set(['segment.final', 'chat.message', 'order.mentioned', 'help.requested']);
  fc.assert(
    fc.property(anyEvents, (events) => {
      const again = events.filter(
        ({ type }) => once.has(type) || type === 'suggestion.offered' || type === 'call.rated',
      );
      expect(foldFacts(factsContext(events), [...events, ...again])).toEqual(factsOf(events));
    }),
  );
});

test('offered calls are those that are open, answered, abandoned and gone at once; sums of parts are the sum', () => {
  fc.assert(
    fc.property(fc.array(anyEvents, { maxLength: 8 }), fc.nat(8), (logs, cut) => {
      const all = logs.map((events) => factsOf(events));
      const sums = (some: typeof all) =>
        Object.entries(callSums).map(([id, { of }]) => {
          return [id, some.reduce((sum, facts) => sum + of(facts), 0)] as const;
        });
      const total = Object.fromEntries(sums(all));
      expect(total.offered).toBe(
        (total.open ?? 0) +
          (total.answered ?? 0) +
          (total.abandoned ?? 0) +
          (total.shortAbandoned ?? 0),
      );
      expect(total.handleMs).toBeLessThanOrEqual(Number(total.durationMs) + Number(total.wrapUpMs));
      const parts = [
        Object.fromEntries(sums(all.slice(0, cut))),
        Object.fromEntries(sums(all.slice(cut))),
      ];
      for (const [id, sum] of sums(all)) {
        expect((parts[0]?.[id] ?? 0) + (parts[1]?.[id] ?? 0)).toBeCloseTo(sum, 9);
      }
    }),
  );
});
