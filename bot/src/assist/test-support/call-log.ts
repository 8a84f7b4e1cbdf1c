import { isDeepStrictEqual } from 'node:util';
import type {
  CallEvent,
  CallEventData,
  CallEventEnvelope,
  CallEventType,
  CallId,
  EventId,
  EventPage,
  NewCallEvent,
  Speaker,
} from '@agent/protocol';
import { aCallId, anEventId, aSegmentId, aUserId } from '@agent/testing/ids';

/** The log of one call in memory, with times of the (fake) system clock. */
export interface FakeLog {
  readonly callId: CallId;
  readonly answeredAtMs: number;
  readonly events: readonly CallEvent[];
  /** While true, reading and appending wait. */
  setAway(isAway: boolean): void;
  /** Loses every further event of this type. */
  refuse(type: CallEventType): void;
  /** How many events were lost. */
  readonly refused: number;
  /** Rejects an event that is to be lost. */
  append(event: NewCallEvent): Promise<CallEventEnvelope>;
  read(afterSeq: number): Promise<EventPage>;
  /** Data of the stored events of one type, in order. */
  dataOf<T extends CallEventType>(type: T): CallEventData<T>[];
}

/** What one append takes. */
const APPEND_MS = 5;
/** Pages as small as this are turned over in tests, too. */
const PAGE_EVENTS = 4;

/** A log that begins with an accepted call. */
export function createFakeLog(): FakeLog {
  const callId = aCallId();
  const answeredAtMs = Date.now();
  const events: CallEvent[] = [];
  let away: PromiseWithResolvers<void> | undefined;
  let refusing: CallEventType | undefined;
  let refused = 0;

  function store(event: NewCallEvent): CallEventEnvelope {
    const known = events.find(({ eventId }) => eventId === event.eventId);
    const at = new Date(Date.now()).toISOString();
    const stored = known ?? ({ ...event, callId, seq: events.length + 1, at } as CallEvent);
    if (!known) events.push(stored);
    else if (!isSame(known, event)) throw new Error('The log has another event with this id.');
    return { event: stored, prevSeq: stored.seq - 1 };
  }

  async function travel() {
    await new Promise((resolve) => setTimeout(resolve, APPEND_MS));
    await away?.promise;
  }

  store(newEvent('call.queued', { customerName: 'Ann Miller', transcribed: true }));
  store(newEvent('call.accepted', { agentId: aUserId(), agentName: 'Alex' }));
  return {
    callId,
    answeredAtMs,
    events,
    setAway(isAway) {
      if (!isAway) away?.resolve();
      away = isAway ? Promise.withResolvers() : undefined;
    },
    refuse(type) {
      refusing = type;
    },
    get refused() {
      return refused;
    },
    async append(event) {
      await travel();
      if (event.type !== refusing) return store(event);
      refused += 1;
      throw new Error('This event is refused.');
    },
    async read(afterSeq) {
      await travel();
      const envelopes = events
        .filter(({ seq }) => seq > afterSeq)
        .slice(0, PAGE_EVENTS)
        .map((event) => ({ event, prevSeq: event.seq - 1 }));
      return { envelopes, lastSeq: events.length };
    },
    dataOf: (type) =>
      events.filter((event) => event.type === type).map(({ data }) => data) as never,
  };
}

function isSame(known: CallEvent, { actor, type, data }: NewCallEvent): boolean {
  return isDeepStrictEqual([known.actor, known.type, known.data], [actor, type, data]);
}

/** An event of the system, ready to be appended. */
export function newEvent<T extends CallEventType>(
  type: T,
  data: CallEventData<T>,
  eventId: EventId = anEventId(),
): NewCallEvent {
  return { eventId, actor: 'system', type, data } as NewCallEvent;
}

/** What somebody has just said. */
export function final(speaker: Speaker, text: string, endMs: number): NewCallEvent {
  const segmentId = aSegmentId();
  return newEvent(
    'segment.final',
    {
      segmentId,
      speaker,
      startMs: Math.max(0, endMs - 1_000),
      endMs,
      text,
      language: 'en',
      meanLogProbability: null,
    },
    anEventId(segmentId),
  );
}
