import type { MetricId, MetricUnit } from '@agent/protocol';
import type { CallSumId } from './call-sum.ts';
import type { RepeatSumId } from './repeat-sum.ts';
import type { TimeSumId } from './time-sum.ts';

/** Of what a metric is the quotient: two sums over calls, two over agents' time, or a count alone. */
export type MetricParts =
  | { over: 'calls'; count: CallSumId }
  | { over: 'calls'; dividend: CallSumId; divisor: CallSumId }
  | { over: 'repeats'; dividend: RepeatSumId; divisor: RepeatSumId }
  | { over: 'time'; dividend: readonly TimeSumId[]; divisor: readonly TimeSumId[] };

/**
 * A figure, defined once: tiles, charts, lists of its calls, exports, alerts and explanations all read this.
 */
export interface Metric {
  id: MetricId;
  /** As its tile is headed: `Speed of answer`. */
  name: string;
  /** What it tells, in a sentence for somebody new. */
  sentence: string;
  /** How it is worked out, in words: `waits of answered calls ÷ answered calls`. */
  formula: string;
  unit: MetricUnit;
  better: 'higher' | 'lower' | 'neither';
  /** What to bear in mind when reading it: what is left out, what it does not tell. */
  notes: readonly string[];
  /** With fewer than so many (calls, ratings, offers, suggestions, minutes) there is no value. */
  leastSample: number;
  /** What `n` counts: `answered calls`; one and many. Of agents' time: whose. */
  counted: { one: string; many: string };
  /** What is divided, behind its number: `given up`; empty where it speaks for itself. */
  divided: string;
  parts: MetricParts;
  /** Whether it makes sense of one agent's calls: nobody answered those that were abandoned. */
  byAgent: boolean;
  /** Whether it makes sense of calls with one outcome. */
  byOutcome: boolean;
  /**
   * Which calls are behind it, over rows `f` of `call_facts`; null for agents' time. Their number is the sum
   * `calls.count`, so a list has as many as its tile says.
   */
  calls: { sql: string; count: CallSumId | RepeatSumId; words: string } | null;
}
