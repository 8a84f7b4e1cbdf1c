import { type CallState, isTalkOver } from '@agent/calls';
import type { CallView } from '@agent/protocol';

/** A call as the desk shows it: what the server says of it, what its log says, and when. */
export interface CallMoment {
  view: CallView;
  call: CallState;
  /** The moment that is shown, in milliseconds since 1970. Absent: now, and clocks go on. */
  nowMs?: number | undefined;
}

/** Whether nobody talks any more; server and log tell it at different times. */
export function isAfterTalk({ view, call }: CallMoment): boolean {
  return view.status === 'wrap-up' || isTalkOver(call);
}

/** When the talk ended, in milliseconds since 1970; null while it goes on. */
export function endOfTalk({ view, call }: CallMoment): number | null {
  return view.endedAt ? Date.parse(view.endedAt) : call.endedAtMs;
}

const statuses = {
  waiting: 'queued',
  active: 'active',
  held: 'active',
  ended: 'wrap-up',
  closed: 'closed',
  abandoned: 'abandoned',
} as const satisfies Record<CallState['phase'], CallView['status']>;

/** A moment of a call that is past: what the server says of the call now is taken back to it. */
export function pastMoment(view: CallView, call: CallState, nowMs: number): CallMoment {
  const { phase, answeredAtMs, endedAtMs } = call;
  const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const times = { answeredAt: at(answeredAtMs), endedAt: at(endedAtMs) };
  return { view: { ...view, ...times, status: statuses[phase] }, call, nowMs };
}
