import {
  type Actor,
  audienceOf,
  type CallEvent,
  type CallEventData,
  type CallEventType,
  type CallId,
  type EventId,
} from '@agent/protocol';
import type { Draw } from './draw.ts';

/** A log under construction: what happens may be noted in any order. */
export interface LogBook {
  add<T extends CallEventType>(
    atMs: number,
    type: T,
    actor: Actor,
    data: CallEventData<T>,
    eventId?: string,
  ): void;
  /** The events by their time, numbered as the store numbers them. */
  events(): CallEvent[];
}

/** An empty log of a call. */
export function createLogBook(callId: CallId, draw: Draw): LogBook {
  const noted: { atMs: number; event: Omit<CallEvent, 'seq'> }[] = [];
  return {
    add(atMs, type, actor, data, eventId = draw.id()) {
      const at = isoTimeOf(atMs);
      // Only the generator of samples makes ids without parsing them: it makes millions.
      const event = { eventId: eventId as EventId, callId, at, actor, type, data };
      noted.push({ atMs, event });
    },
    events: () =>
      noted
        .sort((a, b) => a.atMs - b.atMs)
        .map(({ event }, index) => ({ ...event, seq: index + 1 }) as CallEvent),
  };
}

/** How many of these a customer may see. */
export function countPublic(events: readonly CallEvent[]): number {
  return events.filter(({ type }) => audienceOf(type) === 'public').length;
}

const minuteMs = 60_000;
let minute = { index: Number.NaN, text: '' };

/** As `toISOString`, which takes longer than all the rest; most moments lie in the minute of the one before. */
function isoTimeOf(atMs: number): string {
  const index = Math.floor(atMs / minuteMs);
  if (index !== minute.index) {
    minute = { index, text: new Date(index * minuteMs).toISOString().slice(0, 17) };
  }
  const restMs = atMs - index * minuteMs;
  const seconds = String(Math.floor(restMs / 1_000)).padStart(2, '0');
  return `${minute.text}${seconds}.${String(restMs % 1_000).padStart(3, '0')}Z`;
}
