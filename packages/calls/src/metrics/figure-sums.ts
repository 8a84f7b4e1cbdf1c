import { type CallSumId, callSums } from './call-sum.ts';
import { type FollowedFacts, type RepeatSumId, repeatSums } from './repeat-sum.ts';
import { type TimeSumId, timeSumIds } from './time-sum.ts';

/** Every sum over some calls. */
export type CallSums = Record<CallSumId, number>;
/** Every sum over some calls that were followed for seven days. */
export type RepeatSums = Record<RepeatSumId, number>;
/** Milliseconds of some agents' time, by status. */
export type TimeSums = Record<TimeSumId, number>;

/** All that figures are made of. Null: it was not recorded then. */
export interface FigureSums {
  calls: CallSums | null;
  repeats: RepeatSums | null;
  time: TimeSums | null;
}

/** The names of the sums over calls, in their order. */
export const callSumIds = namesOf(callSums);
/** The names of the sums over calls that were followed, in their order. */
export const repeatSumIds = namesOf(repeatSums);

/** Adds up calls, as an export has them: the same sums as a period's. Agents' time is in no call. */
export function sumFacts(facts: Iterable<FollowedFacts>): FigureSums {
  const calls = noCalls();
  const repeats = noRepeats();
  for (const one of facts) {
    for (const id of callSumIds) calls[id] += callSums[id].of(one);
    for (const id of repeatSumIds) repeats[id] += repeatSums[id].of(one);
  }
  return { calls, repeats, time: null };
}

/** Adds up the sums of parts; what was not recorded of one part is not known of all. */
export function addSums(parts: Iterable<FigureSums>): FigureSums {
  let all: FigureSums = { calls: noCalls(), repeats: noRepeats(), time: noTime() };
  for (const { calls, repeats, time } of parts) {
    all = {
      calls: both(all.calls, calls),
      repeats: both(all.repeats, repeats),
      time: both(all.time, time),
    };
  }
  return all;
}

/** The sums of no call. */
export function noCalls(): CallSums {
  return zeros(callSumIds);
}

/** The sums of no call that was followed. */
export function noRepeats(): RepeatSums {
  return zeros(repeatSumIds);
}

/** No time of anybody. */
export function noTime(): TimeSums {
  return zeros(timeSumIds);
}

function both<Id extends string>(
  one: Record<Id, number> | null,
  other: Record<Id, number> | null,
): Record<Id, number> | null {
  if (!one || !other) return null;
  const ids = Object.keys(one) as Id[];
  return Object.fromEntries(ids.map((id) => [id, one[id] + other[id]])) as Record<Id, number>;
}

function zeros<Id extends string>(ids: readonly Id[]): Record<Id, number> {
  return Object.fromEntries(ids.map((id) => [id, 0])) as Record<Id, number>;
}

function namesOf<Id extends string>(sums: Record<Id, unknown>): readonly Id[] {
  return Object.keys(sums) as Id[];
}
