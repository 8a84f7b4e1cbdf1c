import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts, newUserId } from '../test-support/any-facts.ts';
import { evaluate } from './evaluate.ts';
import { addSums, callSumIds, noTime, repeatSumIds, sumFacts } from './figure-sums.ts';
import { metrics } from './metrics.ts';

const someFacts = fc.array(anyFacts({ agents: [newUserId(), newUserId(), newUserId()] }), {
  maxLength: 40,
});

test('sums over any split add up to the sums over all', () => {
  fc.assert(
    fc.property(someFacts, fc.func(fc.integer({ min: 0, max: 4 })), (facts, partOf) => {
      const parts = [...Map.groupBy(facts, partOf).values()].map((part) => sumFacts(part));
      const ofParts = addSums(parts.map((sums) => ({ ...sums, time: noTime() })));
      const ofAll = sumFacts(facts);
      for (const id of callSumIds)
        expect(ofParts.calls?.[id]).toBeCloseTo(ofAll.calls?.[id] ?? -1, 8);
      for (const id of repeatSumIds) expect(ofParts.repeats?.[id]).toBe(ofAll.repeats?.[id]);
    }),
  );
});

test('a figure of parts that were summed up is that of their calls', () => {
  fc.assert(
    fc.property(someFacts, fc.nat(40), (facts, at) => {
      const halves = [facts.slice(0, at), facts.slice(at)].map((part) => sumFacts(part));
      const ofParts = { ...addSums(halves), time: null };
      for (const metric of metrics) {
        const one = evaluate(metric, ofParts, {});
        const other = evaluate(metric, sumFacts(facts), {});
        expect(one.why).toBe(other.why);
        expect(one.n).toBe(other.n);
        expect(one.value ?? 0).toBeCloseTo(other.value ?? 0, 8);
      }
    }),
  );
});

test('each figure lies where it can: shares between none and all, times and counts not below zero', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const metric of metrics) {
        const { value, n } = evaluate(metric, sumFacts(facts), {});
        expect(n).toBeGreaterThanOrEqual(0);
        if (value === null) continue;
        const [low, high] = { share: [0, 1], score: [-1, 1], ms: [0, 1e9], calls: [0, 40] }[
          metric.unit
        ] as [number, number];
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    }),
  );
});

test('as many calls were offered as were answered, given up, left at once or still wait', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const sums = sumFacts(facts).calls;
      if (!sums) throw new Error('Calls are always summed up.');
      const { answered, abandoned, shortAbandoned, open } = sums;
      expect(sums.offered).toBe(answered + abandoned + shortAbandoned + open);
    }),
  );
});

test('the calls behind a figure are as many as it counts, where it counts calls', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const sums = sumFacts(facts);
      for (const metric of metrics) {
        if (!metric.calls || metric.counted.many.match(/offers|suggestions/)) continue;
        const all = { ...sums.calls, ...sums.repeats } as Record<string, number>;
        expect(all[metric.calls.count]).toBe(evaluate(metric, sums, {}).n);
      }
    }),
  );
});
