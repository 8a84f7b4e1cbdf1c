import type { CallState } from './call-state.ts';

/** How long each part of a call has taken so far, in milliseconds, never negative. */
export interface Durations {
  /**
   * From queueing to the first answer (or to being abandoned or last seen, or until now), and every wait
   * for another agent.
   */
  waitMs: number;
  /** From the answer to the end (to where a side was lost, or until now), without holds and waits. */
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
  const { queuedAtMs, answeredAtMs, endedAtMs } = state;
  if (answeredAtMs === null) {
    const waitMs = state.waitedMs ?? between(queuedAtMs, endedAtMs ?? nowMs);
    return { waitMs, talkMs: 0, holdMs: 0, wrapUpMs: 0, handleMs: 0 };
  }
  const untilMs = state.lostMs ?? between(answeredAtMs, endedAtMs ?? nowMs);
  const onlineMs = untilMs - Math.min(untilMs, lengthOf(state.waits, untilMs));
  const holdMs = Math.min(onlineMs, lengthOf(state.holds, untilMs));
  const waitMs = between(queuedAtMs, answeredAtMs) + waitedAgainMs(state, untilMs);
  const wrapUpMs = wrapUpMsOf(state, nowMs);
  const talkMs = onlineMs - holdMs;
  return { waitMs, talkMs, holdMs, wrapUpMs, handleMs: onlineMs + wrapUpMs };
}

/** Who gave up waited until last seen, not until that was noticed. */
function waitedAgainMs({ waits, waitedMs }: CallState, untilMs: number): number {
  if (waitedMs === null) return lengthOf(waits, untilMs);
  return lengthOf(waits.slice(0, -1), untilMs) + waitedMs;
}

function wrapUpMsOf({ phase, endedAtMs, closedAtMs, wrapUp }: CallState, nowMs: number): number {
  if (phase === 'abandoned') return 0;
  return wrapUp?.wrapUpMs ?? between(endedAtMs, closedAtMs ?? nowMs);
}

/** How long these stretches are together, as far as they lie before `untilMs`. */
function lengthOf(
  stretches: readonly { startMs: number; endMs: number | null }[],
  untilMs: number,
): number {
  return stretches.reduce(
    (sum, { startMs, endMs }) => sum + between(startMs, Math.min(endMs ?? untilMs, untilMs)),
    0,
  );
}

function between(fromMs: number | null, toMs: number): number {
  return fromMs === null ? 0 : Math.max(0, toMs - fromMs);
}
