import { type CallSumId, callSums } from './call-sum.ts';
import type { Metric } from './metric.ts';

/** The calls that a sum counts, as those behind a figure. */
export function callsCounted(count: CallSumId, words: string): NonNullable<Metric['calls']> {
  const { where } = callSums[count];
  if (where === null) throw new Error(`${count} counts no calls.`);
  return { sql: where, count, words };
}

/** Of calls by whomever and with whatever outcome. */
export const ofAnyCalls = { byAgent: true, byOutcome: true } as const satisfies Partial<Metric>;

/** Of all calls only: who took a call, or how it turned out, answers the question already. */
export const ofAllCalls = { byAgent: false, byOutcome: false } as const satisfies Partial<Metric>;
