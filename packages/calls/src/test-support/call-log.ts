import {
  type Audience,
  audienceOf,
  type CallEvent,
  type CallEventData,
  type CallEventEnvelope,
  type CallEventType,
  callIdSchema,
  eventIdSchema,
  type InterimSegment,
  publicEvent,
  type SegmentId,
  type Speaker,
  type SuggestionId,
  segmentIdSchema,
  suggestionIdSchema,
  userIdSchema,
} from '@agent/protocol';

/** The same UUID for the same number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A segment's id, the same for the same number. */
export const segmentUuid = (number: number): SegmentId => segmentIdSchema.parse(uuid(number));

/** A suggestion's id, the same for the same number. */
export const suggestionUuid = (number: number): SuggestionId =>
  suggestionIdSchema.parse(uuid(number));

export const callId = callIdSchema.parse(uuid(1));
export const agentId = userIdSchema.parse(uuid(2));

/** Server time at which the calls of these tests are queued. */
export const queuedAtMs = Date.parse('2026-11-23T09:00:00.000Z');

/** A log under construction, with the numbering the store would give. */
export interface CallLog {
  append<T extends CallEventType>(type: T, data: CallEventData<T>, atMs?: number): CallEvent;
  /** All events as a reader gets them. */
  envelopes(audience?: Audience): CallEventEnvelope[];
}

/** An empty log; times passed to it count from when the call is queued. */
export function createLog(): CallLog {
  const events: CallEvent[] = [];
  return {
    append(type, data, atMs = events.length * 1000) {
      const seq = events.length + 1;
      const at = new Date(queuedAtMs + atMs).toISOString();
      const event = {
        eventId: eventIdSchema.parse(uuid(1000 + seq)),
        callId,
        seq,
        at,
        actor: 'system',
        type,
        data,
      };
      events.push(event as CallEvent);
      return event as CallEvent;
    },
    envelopes(audience = 'staff') {
      if (audience === 'staff') return events.map((event, prevSeq) => ({ event, prevSeq }));
      return events
        .filter(({ type }) => audienceOf(type) === 'public')
        .map((event, prevSeq) => ({ event: publicEvent(event, prevSeq + 1), prevSeq }));
    },
  };
}

/** A log of a call that was queued at 0 s, offered at 1 s and accepted at 10 s. */
export function createAnsweredLog(): CallLog {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true }, 0);
  log.append('call.offered', { agentId }, 1000);
  log.append('call.accepted', { agentId, agentName: 'Alex' }, 10_000);
  return log;
}

/** The payload of a final segment of one second. */
export function spoken(
  id: number,
  startMs: number,
  speaker: Speaker = 'customer',
  text = `words ${id}`,
): CallEventData<'segment.final'> {
  return {
    segmentId: segmentUuid(id),
    speaker,
    startMs,
    endMs: startMs + 1000,
    text,
    language: 'en',
    meanLogProbability: -0.2,
  };
}

/** An interim of a segment whose text names its revision. */
export function interim(
  id: number,
  startMs: number,
  { revision = 1, speaker = 'customer' }: { revision?: number; speaker?: Speaker } = {},
): InterimSegment {
  return {
    segmentId: segmentUuid(id),
    speaker,
    revision,
    startMs,
    endMs: startMs + revision * 200,
    stable: 'so far ',
    tail: `revision ${revision}`,
  };
}
