import type { CallEvent } from '@agent/protocol';
import { type ObservedCall, sides } from './observed-call.ts';
import { nearestTurn } from './turn-texts.ts';

/** What was said or sent but did not arrive. */
export interface Losses {
  /** Turns without any final text in the log. */
  turns: number;
  /** `transcript.gap` events in the log. */
  gaps: number;
  /** Final segments of the log that a listener did not receive as a data message, over both. */
  messages: number;
  /** Final segments that are in the log more than once. */
  duplicates: number;
}

/** Finds what one call lost. */
export function losses(call: ObservedCall): Losses {
  const events = call.log.map(({ event }) => event);
  const finals = events.filter(isFinal);
  const heard = new Set(
    finals.flatMap(({ data }) => {
      if (data.speaker === 'supervisor') return [];
      const offset = call.answeredAtMs - call.soundStartMs[data.speaker];
      return nearestTurn(call.script, data.speaker, data.startMs + offset, data.endMs + offset);
    }),
  );
  const ids = new Set(finals.map(({ data }) => data.segmentId));
  return {
    turns: call.script.turns.length - heard.size,
    gaps: events.filter(({ type }) => type === 'transcript.gap').length,
    messages: sides.reduce((sum, side) => sum + missedBy(call, side, finals), 0),
    duplicates: finals.length - ids.size,
  };
}

/** Adds up losses. */
export function sumLosses(parts: readonly Losses[]): Losses {
  const sum = (key: keyof Losses) => parts.reduce((total, part) => total + part[key], 0);
  return {
    turns: sum('turns'),
    gaps: sum('gaps'),
    messages: sum('messages'),
    duplicates: sum('duplicates'),
  };
}

function missedBy(
  call: ObservedCall,
  side: (typeof sides)[number],
  finals: readonly CallEvent<'segment.final'>[],
): number {
  const seen = new Set(
    call.received[side].flatMap(({ message }) =>
      message.kind === 'event' ? message.envelope.event.eventId : [],
    ),
  );
  return finals.filter(({ eventId }) => !seen.has(eventId)).length;
}

function isFinal(event: CallEvent): event is CallEvent<'segment.final'> {
  return event.type === 'segment.final';
}
