import type { CustomerId } from '@agent/protocol';
import { createDraw } from './draw.ts';
import { language } from './language.ts';
import type { SamplePastOptions, SampleTopic } from './sample-past.types.ts';
import type { Caller } from './visit.ts';

/** Those who call for the first time, one after another. */
export interface Callers {
  next(): Caller;
}

/** Orders of those who never were begin here, so that nobody names one by chance. */
const firstOrder = 7_000_000;

/** Some topics come up far more often than others (as 1 ÷ place). */
export function createCallers({
  seed,
  topics,
}: Pick<SamplePastOptions, 'seed' | 'topics'>): Callers {
  const order = createDraw(seed, 'topics');
  const byPlace = topics
    .filter(({ action }) => action !== 'close_call')
    .map((topic) => ({ topic, place: order.share() }))
    .sort((a, b) => a.place - b.place)
    .map(({ topic }) => topic);
  const upTo = sums(byPlace.map((_, place) => 1 / (place + 2)));
  let number = 0;

  return {
    next() {
      number += 1;
      const draw = createDraw(seed, 'caller', number);
      const { first, last } = language.names;
      const isKnown = draw.isOne(0.7);
      const count = 1 + (draw.isOne(0.5) ? 1 : 0) + (draw.isOne(0.2) ? 1 : 0);
      const chosen = Array.from({ length: count }, () => topicAt(draw.share()));
      return {
        number,
        name: `${draw.one(first)} ${draw.one(last)}`,
        contact: `caller-${number}@sample.example`,
        customerId: isKnown ? (`sample-${number}` as CustomerId) : null,
        orderNumber: `SAMPLE-${firstOrder + number}`,
        topics: [...new Set(chosen.flatMap((topic) => topic ?? []))],
      };
    },
  };

  function topicAt(share: number): SampleTopic | undefined {
    const wanted = share * (upTo.at(-1) ?? 0);
    return byPlace[upTo.findIndex((sum) => wanted < sum)];
  }
}

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
