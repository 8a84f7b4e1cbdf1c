import type {
  CallEventData,
  CallEventType,
  CallId,
  NewCallEvent,
  SegmentId,
} from '@agent/protocol';
import { stableEventId } from '@agent/store';
import type { CallPublisher } from '../publish/call-publisher.ts';
import type { CallSpan } from './call-span.ts';
import type { LossReason } from './loss-teller.ts';

/** What the log is told of a call's sound while it is recorded. */
export interface RecordingEvents {
  started(fromMs: number): void;
  masked(span: CallSpan, segmentId: SegmentId): void;
  lost(span: CallSpan, reason: LossReason): void;
}

/** Creates the events of one call. Their ids come from what they tell, so telling twice is harmless. */
export function createRecordingEvents(
  callId: CallId,
  { append }: Pick<CallPublisher, 'append'>,
): RecordingEvents {
  function tell<T extends CallEventType>(type: T, data: CallEventData<T>, ...fact: string[]) {
    const eventId = stableEventId(type, callId, ...fact);
    void append({ eventId, actor: 'bot', type, data } as NewCallEvent);
  }

  return {
    started: (fromMs) => tell('recording.started', { fromMs }, `${fromMs}`),
    masked: (span, segmentId) => tell('recording.masked', dataOf(span), segmentId),
    lost(span, reason) {
      const data = { ...dataOf(span), reason };
      tell('recording.lost', data, reason, `${data.startMs}`, `${data.endMs}`);
    },
  };
}

function dataOf({ fromMs, toMs }: CallSpan) {
  return { startMs: Math.floor(fromMs), endMs: Math.ceil(toMs) };
}
