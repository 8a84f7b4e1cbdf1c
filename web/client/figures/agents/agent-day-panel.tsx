'use client';
import { daysInWords, formatTime } from '@agent/calls';
import type { AgentDay } from '@agent/protocol';
import { Button, EmptyState, Notice } from '@agent/ui';
import { ChartFrame, DayTimeline, defaultDayTimelineLabels as words } from '@agent/ui/figures';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarX, ChevronLeft, ChevronRight } from 'lucide-react';
import { breakReasonWords } from '../../desk/status-choices.ts';
import { messageOf } from '../../http/request-error.ts';
import { readAgentDay } from '../figure-api.ts';
import { FIGURES_KEY, SLOW_POLL_MS } from '../use-figures.ts';
import { dayAfter, dayCalls, daySpans, lengthMs } from './day-parts.ts';
import './agent-day-panel.css';

/** What an agent did on a day: a timeline, and the same as a table. */
export function AgentDayPanel({
  agentId,
  day,
  onDay,
}: {
  agentId: string;
  /** null: today. */
  day: string | null;
  onDay: (day: string | null) => void;
}) {
  const asked = useQuery({
    queryKey: [FIGURES_KEY, 'day', agentId, day],
    queryFn: ({ signal }) => readAgentDay(agentId, day, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data && data.day === data.today ? SLOW_POLL_MS : false,
  });
  const { data: shown } = asked;
  if (asked.isError && !shown) {
    return (
      <Notice
        tone="error"
        title="The day could not be fetched"
        action={
          <Button size="sm" onClick={() => void asked.refetch()}>
            Try again
          </Button>
        }
      >
        {messageOf(asked.error)}
      </Notice>
    );
  }
  const isEmpty = shown?.spans.every(({ status }) => status === 'offline');
  return (
    <ChartFrame
      heading={day ? daysInWords(day, day, yearOf(shown, day)) : 'Today'}
      about={shown ? totalsOf(shown) : undefined}
      status={
        !shown ? 'loading' : isEmpty ? 'empty' : asked.isPlaceholderData ? 'updating' : 'ready'
      }
      empty={
        <EmptyState
          icon={<CalendarX />}
          title="Not signed in on this day"
          description="Choose another day."
        />
      }
      table={shown ? tableOf(shown) : { columns: [], rows: [] }}
      actions={shown ? <DayChoice shown={shown} onDay={onDay} /> : null}
    >
      {shown ? <Timeline shown={shown} /> : null}
    </ChartFrame>
  );
}

function Timeline({ shown }: { shown: AgentDay }) {
  const calls = dayCalls(shown);
  return (
    <DayTimeline
      spans={daySpans(shown)}
      calls={calls}
      startsAtMs={Date.parse(shown.startsAt)}
      endsAtMs={Date.parse(shown.endsAt)}
      nowMs={Date.parse(shown.at)}
      timeZone={shown.zone}
      callHref={(callId) => `/calls/${encodeURIComponent(callId)}`}
    />
  );
}

function DayChoice({
  shown: { day, today },
  onDay,
}: {
  shown: AgentDay;
  onDay: (day: string | null) => void;
}) {
  const go = (next: string) => onDay(next === today ? null : next);
  return (
    <div className="day-choice">
      <button type="button" aria-label="Day before" onClick={() => go(dayAfter(day, -1))}>
        <ChevronLeft aria-hidden />
      </button>
      <input
        type="date"
        aria-label="Day"
        value={day}
        max={today}
        onChange={({ currentTarget }) => currentTarget.value && go(currentTarget.value)}
      />
      <button
        type="button"
        aria-label="Day after"
        disabled={day >= today}
        onClick={() => go(dayAfter(day, 1))}
      >
        <ChevronRight aria-hidden />
      </button>
    </div>
  );
}

function yearOf(shown: AgentDay | undefined, day: string): number {
  return Number((shown?.today ?? day).slice(0, 4));
}

/** How long each thing was done, the longest first. */
function totalsOf({ spans, at }: AgentDay): string {
  const sums = new Map<string, number>();
  for (const span of spans) {
    if (span.status === 'offline') continue;
    const name = words.statuses[span.status];
    sums.set(name, (sums.get(name) ?? 0) + lengthMs(span, Date.parse(at)));
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, ms]) => `${name} ${formatTime(ms)}`)
    .join(' · ');
}

function tableOf({ spans, at, zone }: AgentDay) {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  return {
    columns: ['From', 'To', 'Status', 'Lasted', 'Call'],
    rows: spans
      .filter(({ status }) => status !== 'offline')
      .map((span) => ({
        key: span.startsAt,
        name: clock.format(Date.parse(span.startsAt)),
        cells: [
          span.endsAt === null ? 'now' : clock.format(Date.parse(span.endsAt)),
          span.breakReason
            ? `${words.statuses[span.status]}, ${breakReasonWords(span.breakReason)}`
            : words.statuses[span.status],
          formatTime(lengthMs(span, Date.parse(at))),
          span.call?.isOver ? (
            <a href={`/calls/${encodeURIComponent(span.call.callId)}`}>{span.call.customerName}</a>
          ) : (
            (span.call?.customerName ?? '')
          ),
        ],
      })),
  };
}
