import type { NewCallEvent, Speaker } from '@agent/protocol';
import { newEventId } from '@agent/store';

/** Speech whose text could not be stored, and of which the log does not know yet. */
export interface UnstoredSpeech {
  /** Start of the earliest of it, in milliseconds since the call was answered. */
  readonly fromMs: number | undefined;
  /** Takes note of an event that is given up: of the text in it, or of the gap it was to tell of. */
  note(event: NewCallEvent): void;
  /** The gaps that tell of it, at most one for each side; from then on it counts as told. */
  take(): NewCallEvent[];
}

interface Span {
  startMs: number;
  endMs: number;
}

/** Creates the record of one call. What was lost of one side meanwhile becomes one gap. */
export function createUnstoredSpeech(): UnstoredSpeech {
  const spans = new Map<Speaker, Span>();
  return {
    get fromMs() {
      return spans.size === 0 ? undefined : Math.min(...[...spans.values()].map((s) => s.startMs));
    },
    note(event) {
      const speech = speechOf(event);
      if (!speech) return;
      const { speaker, startMs, endMs } = speech;
      const known = spans.get(speaker) ?? { startMs, endMs };
      spans.set(speaker, {
        startMs: Math.min(known.startMs, startMs),
        endMs: Math.max(known.endMs, endMs),
      });
    },
    take() {
      const gaps = [...spans].map(
        ([speaker, span]): NewCallEvent => ({
          eventId: newEventId(),
          actor: 'bot',
          type: 'transcript.gap',
          data: { speaker, ...span, reason: 'not-stored' },
        }),
      );
      spans.clear();
      return gaps;
    },
  };
}

/** What an event tells of what was said, if it does. */
export function speechOf(event: NewCallEvent): (Span & { speaker: Speaker }) | undefined {
  const isSpeech = event.type === 'segment.final' || event.type === 'transcript.gap';
  return isSpeech ? event.data : undefined;
}
