import type { CallEventEnvelope } from '@agent/protocol';
import { type CallState, createCallState } from './call-state.ts';
import { receiveEnvelope, receiveEnvelopes } from './receive.ts';

/** The log of a call laid out in time. */
export interface Timeline {
  /** When the first event happened, in milliseconds since 1970; 0 when there is none. */
  fromMs: number;
  /** When the last one did. */
  untilMs: number;
  /** How many events had happened by a moment: where that is the same, so is the state. */
  happenedBy(atMs: number): number;
  /** `stateAt`, without folding everything each time. */
  stateAt(atMs: number): CallState;
}

/** So many events are folded at most to get from a kept state to the one asked for. */
const EVENTS_BETWEEN = 200;

/**
 * The call as its readers saw it at a moment (milliseconds since 1970): all that had been stored by
 * then, and none of what is never stored (interims, drafts, lag). `envelopes` is the log from its first
 * event on.
 */
export function stateAt(
  callId: string,
  envelopes: readonly CallEventEnvelope[],
  atMs: number,
): CallState {
  const next = envelopes.findIndex(({ event }) => Date.parse(event.at) > atMs);
  const happened = next === -1 ? envelopes : envelopes.slice(0, next);
  return receiveEnvelopes(createCallState(callId), happened);
}

/** Lays a log out in time. */
export function createTimeline(callId: string, envelopes: readonly CallEventEnvelope[]): Timeline {
  const times = runningMaximum(envelopes.map(({ event }) => Date.parse(event.at)));
  const kept = keepEvery(EVENTS_BETWEEN, createCallState(callId), envelopes);
  return {
    fromMs: times[0] ?? 0,
    untilMs: times.at(-1) ?? 0,
    happenedBy: (atMs) => countUpTo(times, atMs),
    stateAt(atMs) {
      const happened = countUpTo(times, atMs);
      const nearest = Math.floor(happened / EVENTS_BETWEEN);
      const since = envelopes.slice(nearest * EVENTS_BETWEEN, happened);
      return receiveEnvelopes(kept[nearest] ?? createCallState(callId), since);
    },
  };
}

/** What comes later in the log did not happen earlier, whatever a clock said. */
function runningMaximum(times: readonly number[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return times.map((time) => {
    latest = Math.max(latest, time);
    return latest;
  });
}

/** The states before the first event and after each `count` events. */
function keepEvery(
  count: number,
  first: CallState,
  envelopes: readonly CallEventEnvelope[],
): CallState[] {
  const kept = [first];
  let state = first;
  for (const [index, envelope] of envelopes.entries()) {
    state = receiveEnvelope(state, envelope);
    if ((index + 1) % count === 0) kept.push(state);
  }
  return kept;
}

/** How many of ascending times are not after a moment. */
function countUpTo(times: readonly number[], atMs: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
