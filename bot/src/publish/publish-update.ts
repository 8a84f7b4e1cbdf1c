import type { CallId, Speaker } from '@agent/protocol';
import { eventIdOf, newEventId } from '@agent/store';
import type { RedactedUpdate } from '../redact/redact-update.ts';
import type { CallPublisher } from './call-publisher.ts';

/** Publishes what one speaker's pipeline has to tell. */
export function publishUpdate(
  publisher: CallPublisher,
  callId: CallId,
  speaker: Speaker,
  update: RedactedUpdate['update'],
): void {
  switch (update.kind) {
    case 'interim':
      publisher.say({ kind: 'interim', callId, segment: { ...update.segment, speaker } });
      return;
    case 'final':
      // The segment's id is the event's too, so that appending it again stores it once.
      void publisher.append({
        eventId: eventIdOf(update.segment.segmentId),
        actor: 'bot',
        type: 'segment.final',
        data: { ...update.segment, speaker },
      });
      return;
    case 'withdrawn':
      if (!update.wasShown) return;
      publisher.say({ kind: 'interim-withdrawn', callId, segmentId: update.segmentId });
      return;
    case 'lost':
      publisher.say({ kind: 'interim-withdrawn', callId, segmentId: update.segmentId });
      void publisher.append({
        eventId: newEventId(),
        actor: 'bot',
        type: 'transcript.gap',
        data: { ...update.gap, speaker },
      });
      return;
    default:
      update satisfies never;
  }
}
