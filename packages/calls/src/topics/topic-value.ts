import type { NoValueReason } from '@agent/protocol';
import { formatCount, formatFigure } from '../metrics/format-figure.ts';
import type { TopicFigure } from './topic-figures.ts';

/** A quotient of two sums; without a value it says why. */
export interface TopicValue {
  value: number | null;
  why: NoValueReason | null;
}

/** A share or a mean, if its sample is large enough; `n` is what was divided by. */
export function topicValue(
  { leastSample }: Pick<TopicFigure, 'leastSample'>,
  dividend: number,
  n: number,
): TopicValue {
  if (n === 0) return { value: null, why: 'nothing' };
  if (n < leastSample) return { value: null, why: 'too-few' };
  return { value: dividend / n, why: null };
}

/** Why there is no value, in a sentence. */
export function whyNoTopicValue(
  { counted, leastSample }: TopicFigure,
  why: NoValueReason,
  n: number,
): string {
  if (why === 'too-few') {
    const count = `${formatCount(n)} ${n === 1 ? counted.one : counted.many}`;
    return `${count}; fewer than ${leastSample} say too little.`;
  }
  return why === 'nothing' ? `There are no ${counted.many}.` : 'This was not on record yet.';
}

/** Smaller changes of a mean are nothing that anybody would hear. */
const LEAST_CHANGE = 0.05;

/** Which way customers sounded at the end against the start: `0.32 brighter`, `hardly changed`. */
export function moodChangeInWords(start: number, end: number): string {
  const change = end - start;
  if (Math.abs(change) < LEAST_CHANGE) return 'hardly changed';
  return `${formatFigure('score', Math.abs(change))} ${change > 0 ? 'brighter' : 'darker'}`;
}

/** How many more or fewer there are than before: `12 more`, `3 fewer`, `no change`. */
export function countChangeInWords(now: number, before: number): string {
  const change = now - before;
  if (change === 0) return 'no change';
  return `${formatCount(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'}`;
}
