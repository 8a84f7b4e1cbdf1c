import 'server-only';
import {
  type AlertCare,
  alertsOf,
  applyEvent,
  type CallState,
  createCallState,
  type Incident,
  type Mood,
  type OverseenCall,
  selectIncidents,
  selectMood,
} from '@agent/calls';
import {
  type CallEvent,
  MAX_LAST_WORDS_LENGTH,
  MAX_WALL_POINTS,
  type WallCall,
} from '@agent/protocol';
import type { WallCallRow } from '@agent/store';
import type { LongCalls } from './long-calls.ts';

/** A call that waits or goes on, as far as it is known here. */
export interface HeldCall {
  row: WallCallRow;
  /** The fold of what has been read of its log. */
  state: CallState;
  /** `seq` of the last event that was read. */
  readThrough: number;
  /** What is shown of the fold; worked out again only when something was folded in. */
  folded: { state: CallState; mood: Mood } | undefined;
}

/** A call of which only the row is known. */
export function holdCall(row: WallCallRow): HeldCall {
  return { row, state: createCallState(row.id), readThrough: 0, folded: undefined };
}

/** Folds what has happened into a call. */
export function foldInto(held: HeldCall, event: CallEvent): void {
  if (event.seq <= held.readThrough) return;
  held.state = applyEvent(held.state, event);
  held.readThrough = event.seq;
}

/** What stands out in a call. */
export function incidentsOf(
  held: HeldCall,
  nowMs: number,
  longCalls: LongCalls,
): readonly Incident[] {
  const { heardUntilMs, queueId } = held.row;
  const longAfterMs = longCalls.get(queueId) ?? null;
  return selectIncidents(held.state, { nowMs, fall: moodOf(held).fall, heardUntilMs, longAfterMs });
}

/** A call that was answered, as supervisors see it; undefined while its customer waits for the first agent. */
export function wallCallOf(
  held: HeldCall,
  nowMs: number,
  longCalls: LongCalls,
): WallCall | undefined {
  const { row } = held;
  if (!row.answeredAt) return undefined;
  return {
    callId: row.id,
    queue: { id: row.queueId, name: row.queueName },
    customerName: row.customerName,
    agent: agentOf(row),
    answeredAt: row.answeredAt.toISOString(),
    heldSince: row.heldAt?.toISOString() ?? null,
    transcribed: row.transcribed,
    listeningTold: row.listeningTold,
    alerts: alertsOf(incidentsOf(held, nowMs, longCalls), careOf(row), nowMs),
    sentiment: moodOf(held)
      .points.slice(-MAX_WALL_POINTS)
      .map(({ trend }) => Math.round(trend * 100) / 100),
    lastWords: lastWordsOf(held.state),
    listeners: row.listeners,
  };
}

/** The same call for somebody whom its agent has not called for help (yet). */
export function withoutHelp(call: WallCall): WallCall {
  return { ...call, alerts: call.alerts.filter(({ kind }) => kind !== 'help') };
}

/** Who sees to an alert; whoever took a request for help is known by the request. */
function careOf({ cares, help }: WallCallRow): (incident: string) => AlertCare | undefined {
  return (incident) => {
    const care = cares.find((one) => one.incident === incident);
    if (incident !== (help && `help:${help.helpId}`)) return care;
    const { snoozedUntilMs = null, isDone = false } = care ?? {};
    return { owner: help?.taker ?? null, snoozedUntilMs, isDone };
  };
}

function agentOf({ status, agentId, agentName }: WallCallRow): WallCall['agent'] {
  return status === 'active' && agentId ? { userId: agentId, name: agentName ?? '' } : null;
}

function moodOf(held: HeldCall): Mood {
  if (held.folded?.state !== held.state) {
    held.folded = { state: held.state, mood: selectMood(held.state) };
  }
  return held.folded.mood;
}

function lastWordsOf({ segments }: CallState): WallCall['lastWords'] {
  const last = segments.at(-1);
  return last ? { speaker: last.speaker, text: cut(last.text) } : null;
}

/** The end of what was said, in whole characters. */
function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= MAX_LAST_WORDS_LENGTH) return text;
  return `…${characters.slice(1 - MAX_LAST_WORDS_LENGTH).join('')}`;
}

/** What decides who may look after a call, and who is called for help. */
export function overseenCallOf({ row: { queueId, help } }: HeldCall): OverseenCall {
  const helperId = help?.taker?.userId ?? null;
  return { queueId, helperId, helpAskedAtMs: help && !helperId ? help.askedAtMs : null };
}
