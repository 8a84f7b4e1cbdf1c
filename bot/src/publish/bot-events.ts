import type {
  CallEventData,
  CallEventType,
  CallId,
  EventId,
  NewCallEvent,
  Side,
  Speaker,
  TranscriptionStatus,
} from '@agent/protocol';
import { newEventId, stableEventId } from '@agent/store';
import type { CallPublisher } from './call-publisher.ts';

type GapReason = CallEventData<'transcript.gap'>['reason'];

/** What the bot itself has to tell of a call, besides what was said. */
export interface BotEvents {
  joined(side: Side): void;
  left(side: Side): void;
  /** Nobody was heard in this span. */
  gap(startMs: number, endMs: number, reason: 'bot-restarted' | 'media-lost'): void;
  /** Of somebody nothing became text in this span. */
  gapOf(speaker: Speaker, startMs: number, endMs: number, reason: GapReason): void;
  transcriptionChanged(status: TranscriptionStatus, delayMs: number): void;
}

/** Creates the bot's own events of one call. `speakers`: who can be heard in it now. */
export function createBotEvents(
  callId: CallId,
  publisher: CallPublisher,
  speakers: () => readonly Speaker[],
): BotEvents {
  const joinedBefore = new Set<Side>();

  function append<T extends CallEventType>(
    type: T,
    data: CallEventData<T>,
    eventId: EventId = newEventId(),
  ) {
    void publisher.append({ eventId, actor: 'bot', type, data } as NewCallEvent);
  }

  function gapOf(speaker: Speaker, startMs: number, endMs: number, reason: GapReason) {
    append('transcript.gap', { speaker, startMs, endMs, reason });
  }

  return {
    joined(speaker) {
      // The first time has one id for all bots of a call, so that taking over does not repeat it.
      const isFirst = !joinedBefore.has(speaker);
      joinedBefore.add(speaker);
      const eventId = isFirst ? stableEventId('joined', callId, speaker) : newEventId();
      append('participant.joined', { speaker }, eventId);
    },
    left: (speaker) => append('participant.left', { speaker }),
    gap(startMs, endMs, reason) {
      for (const speaker of speakers()) gapOf(speaker, startMs, endMs, reason);
    },
    gapOf,
    transcriptionChanged: (status, delayMs) => append('transcription.changed', { status, delayMs }),
  };
}
