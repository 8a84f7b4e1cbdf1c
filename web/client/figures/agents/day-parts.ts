import type { AgentDay, AgentSpan } from '@agent/protocol';
import type { DayCall, DaySpan } from '@agent/ui/figures';
import { breakReasonWords } from '../../desk/status-choices.ts';

/** Statuses of a day as its timeline takes them. */
export function daySpans({ spans }: AgentDay): DaySpan[] {
  return spans.map(({ status, startsAt, endsAt, breakReason }) => ({
    ...{
      status,
      startMs: Date.parse(startsAt),
      endMs: endsAt === null ? null : Date.parse(endsAt),
    },
    ...(breakReason && { detail: breakReasonWords(breakReason) }),
  }));
}

/** A call of the day, and whether it can be looked back at. */
export interface CallOfDay extends DayCall {
  isOver: boolean;
}

/** Talks of a day; one that waited for another agent in between and came back is told twice. */
export function dayCalls({ spans }: AgentDay): CallOfDay[] {
  return spans.flatMap(({ status, call, startsAt, endsAt }) =>
    status === 'on-call' && call
      ? [
          {
            ...{ callId: call.callId, name: call.customerName, isOver: call.isOver },
            startMs: Date.parse(startsAt),
            endMs: endsAt === null ? null : Date.parse(endsAt),
          },
        ]
      : [],
  );
}

/** How long something was on this day, until now where it goes on. */
export function lengthMs({ startsAt, endsAt }: AgentSpan, atMs: number): number {
  return (endsAt === null ? atMs : Date.parse(endsAt)) - Date.parse(startsAt);
}

/** The day so many days on. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
