'use client';
import type { AgentStatus } from '@agent/protocol';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { formatClock } from '../format/clock.ts';
import { defaultAgentBoardLabels } from '../wall/agent-board.tsx';
import { dayWindow, hoursOf } from './day-window.ts';

/** What an agent did for a while. Times are epoch milliseconds. */
export interface DaySpan {
  status: AgentStatus;
  startMs: number;
  /** null: it goes on. */
  endMs: number | null;
  /** What else is said of it: the reason of a break. */
  detail?: string | undefined;
}

/** A call that an agent had. */
export interface DayCall {
  callId: string;
  startMs: number;
  /** null: it goes on. */
  endMs: number | null;
  /** Who it was with. */
  name: string;
}

/** From when to when something was; epoch milliseconds, and the zone to tell them in. */
export interface DayTimes {
  startMs: number;
  /** null: it goes on. */
  endMs: number | null;
  nowMs: number;
  timeZone: string;
}

/** Strings of a `DayTimeline`. */
export interface DayTimelineLabels {
  statuses: Record<AgentStatus, string>;
  statusLane: string;
  callLane: string;
  /** An hour below the lanes. */
  hour: (ms: number, timeZone: string) => string;
  /** What a stretch or a call says: what, from when to when, how long. */
  span: (what: string, times: DayTimes) => string;
  empty: string;
}
/** English words of a day; `labels` replaces them one by one. */
export const defaultDayTimelineLabels: DayTimelineLabels = {
  statuses: defaultAgentBoardLabels.statuses,
  statusLane: 'Status',
  callLane: 'Calls',
  hour: clock,
  span: (what, { startMs, endMs, nowMs, timeZone }) => {
    const end = endMs === null ? 'now' : clock(endMs, timeZone);
    const length = formatClock((endMs ?? nowMs) - startMs);
    return `${what}, ${clock(startMs, timeZone)}–${end} (${length})`;
  },
  empty: 'Not signed in on this day.',
};

/** A day of an agent. */
export interface DayTimelineProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Oldest first. */
  spans: readonly DaySpan[];
  calls: readonly DayCall[];
  /** Where the day begins and ends; epoch milliseconds. What is drawn begins with the first status. */
  startsAtMs: number;
  endsAtMs: number;
  /** Until when something that goes on has gone on. */
  nowMs: number;
  callHref?: ((callId: string) => string) | undefined;
  /** IANA name of the zone whose day it is. */
  timeZone: string;
  labels?: Partial<DayTimelineLabels> | undefined;
}

/** What an agent did when: a lane of statuses over one of calls, with the hours below. */
export const DayTimeline = forwardRef<HTMLDivElement, DayTimelineProps>(function DayTimeline(
  { spans, calls, startsAtMs, endsAtMs, nowMs, callHref, timeZone, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultDayTimelineLabels, ...labels };
  const signedIn = spans.filter(({ status }) => status !== 'offline');
  const shown = dayWindow([...signedIn, ...calls], { startsAtMs, endsAtMs, nowMs });
  const placeOf = (startMs: number, endMs: number | null) => ({
    insetInlineStart: `${shown.share(startMs)}%`,
    inlineSize: `max(2px, ${shown.share(endMs ?? nowMs) - shown.share(startMs)}%)`,
  });
  const wordsOf = (what: string, startMs: number, endMs: number | null) =>
    text.span(what, { startMs, endMs, nowMs, timeZone });
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-day-timeline', className)}
      data-slot="day-timeline"
      data-state={signedIn.length === 0 && calls.length === 0 ? 'empty' : 'ready'}
    >
      {signedIn.length === 0 && calls.length === 0 ? (
        <p data-slot="day-timeline-empty">{text.empty}</p>
      ) : (
        <>
          <Lane name={text.statusLane} slot="day-timeline-spans">
            {signedIn.map(({ status, startMs, endMs, detail }) => {
              const what = [text.statuses[status], detail].filter(Boolean).join(', ');
              const words = wordsOf(what, startMs, endMs);
              return (
                <li
                  key={startMs}
                  data-slot="day-timeline-span"
                  data-status={status}
                  style={placeOf(startMs, endMs)}
                  title={words}
                >
                  <span data-slot="visually-hidden">{words}</span>
                </li>
              );
            })}
          </Lane>
          <Lane name={text.callLane} slot="day-timeline-calls">
            {calls.map(({ callId, startMs, endMs, name }) => {
              const words = wordsOf(name, startMs, endMs);
              return (
                <li key={callId} style={placeOf(startMs, endMs)}>
                  {callHref ? (
                    <a href={callHref(callId)} title={words}>
                      <span data-slot="visually-hidden">{words}</span>
                    </a>
                  ) : (
                    <span title={words}>
                      <span data-slot="visually-hidden">{words}</span>
                    </span>
                  )}
                </li>
              );
            })}
          </Lane>
          <div data-slot="day-timeline-hours" aria-hidden="true">
            {hoursOf(shown).map((ms) => (
              <span key={ms} {...markPlace(shown.share(ms))}>
                {text.hour(ms, timeZone)}
              </span>
            ))}
          </div>
          <ul data-slot="day-timeline-legend">
            {statusesIn(signedIn).map((status) => (
              <li key={status}>
                <span aria-hidden="true" data-slot="day-timeline-swatch" data-status={status} />
                {text.statuses[status]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
});

function Lane({
  name,
  slot,
  children,
}: {
  name: string;
  slot: 'day-timeline-spans' | 'day-timeline-calls';
  children: ReactNode;
}) {
  return (
    <div data-slot="day-timeline-lane">
      <span data-slot="day-timeline-name">{name}</span>
      <ul data-slot={slot} aria-label={name}>
        {children}
      </ul>
    </div>
  );
}

/** A mark stands in the middle above its hour; at both ends it stays inside. */
function markPlace(share: number) {
  if (share > 97) return { style: { insetInlineEnd: 0 }, 'data-edge': 'end' };
  const edge = share < 3 ? { 'data-edge': 'start' } : {};
  return { style: { insetInlineStart: `${share}%` }, ...edge };
}

const order = ['available', 'offered', 'on-call', 'wrap-up', 'break'] as const;

function statusesIn(spans: readonly DaySpan[]): AgentStatus[] {
  return order.filter((status) => spans.some((span) => span.status === status));
}

function clock(ms: number, timeZone: string): string {
  const asked = { timeZone, hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-GB', asked).format(ms);
}
