import type { CallState } from './call-state.ts';

/** How long each part of a call has taken so far, in milliseconds, never negative. */
export interface Durations {
  /** From queueing to the answer (or to being abandoned or last seen, or until now). */
  waitMs: number;
  /** From the answer to the end (to where a side was lost, or until now), without holds. */
  talkMs: number;
  /** All holds together. */
  holdMs: number;
  /** From the end to the end of wrap-up (or until now). 0 for a call nobody answered. */
  wrapUpMs: number;
  /** Handle time: talk + hold + wrap-up. */
  handleMs: number;
}

/** Durations at `nowMs` (milliseconds since 1970, by the server's clock as far as it is known). */
export function durations(state: CallState, nowMs: number): Durations {
  const { queuedAtMs, answeredAtMs, endedAtMs, closedAtMs } = state;
  const waitMs = state.waitedMs ?? between(queuedAtMs, answeredAtMs ?? endedAtMs ?? nowMs);
  if (answeredAtMs === null) return { waitMs, talkMs: 0, holdMs: 0, wrapUpMs: 0, handleMs: 0 };
  const onlineMs = state.lostMs ?? between(answeredAtMs, endedAtMs ?? nowMs);
  const holdMs = Math.min(onlineMs, heldMs(state, onlineMs));
  const wrapUpMs = state.wrapUp?.wrapUpMs ?? between(endedAtMs, closedAtMs ?? nowMs);
  return { waitMs, talkMs: onlineMs - holdMs, holdMs, wrapUpMs, handleMs: onlineMs + wrapUpMs };
}

function heldMs({ holds }: CallState, onlineMs: number): number {
  const heldUntil = (endMs: number | null) => Math.min(endMs ?? onlineMs, onlineMs);
  return holds.reduce((sum, { startMs, endMs }) => sum + between(startMs, heldUntil(endMs)), 0);
}

function between(fromMs: number | null, toMs: number): number {
  return fromMs === null ? 0 : Math.max(0, toMs - fromMs);
}
