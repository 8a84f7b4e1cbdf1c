import type {
  CallEventData,
  CallEventType,
  CallId,
  EventId,
  NewCallEvent,
  SegmentId,
  Suggestion,
} from '@agent/protocol';
import { eventIdOf, newEventId, type OwnedOrder, stableEventId } from '@agent/store';
import type { ModelHealth } from './model/suggester.ts';
import type { Decision, Expiry } from './panel/make-room.ts';

/** Appends an event to the log; resolves when it is stored and folded, or is lost. Never rejects. */
export type AppendEvent = (event: NewCallEvent) => Promise<unknown>;

/** Everything that the bot appends to help the agent. All of it is for staff alone. */
export interface AssistEvents {
  /** Resolves when the whole decision is stored. */
  decided(decision: Decision): Promise<void>;
  scored(data: CallEventData<'sentiment.scored'>): void;
  alerted(data: CallEventData<'sentiment.alerted'>): void;
  mentioned(segmentId: SegmentId, order: OwnedOrder): void;
  modelChanged(health: ModelHealth): void;
  /** No bot of this call has a model; told once, whichever bot says it. */
  noModel(): void;
}

/**
 * Creates the events of one call. Ids are made of the call and what the event is about, so that a
 * bot that takes over stores nothing twice.
 */
export function createAssistEvents(callId: CallId, append: AppendEvent): AssistEvents {
  const underWay = new Map<EventId, Promise<unknown>>();

  /** Of two that name one fact the first counts; once it is stored, the fold knows of it. */
  function put<T extends CallEventType>(type: T, data: CallEventData<T>, eventId: EventId) {
    const known = underWay.get(eventId);
    if (known) return known;
    const appending = append({ eventId, actor: 'bot', type, data } as NewCallEvent).finally(() =>
      underWay.delete(eventId),
    );
    underWay.set(eventId, appending);
    return appending;
  }
  const idOf = (...fact: string[]) => stableEventId(...fact, callId);
  const expire = (expiry: Expiry) =>
    put('suggestion.expired', { ...expiry }, idOf('expired', expiry.suggestionId));
  const offer = (suggestion: Suggestion) =>
    put('suggestion.offered', suggestion, eventIdOf(suggestion.suggestionId));

  return {
    async decided(decision) {
      await Promise.all([...decision.expire.map(expire), ...decision.offer.map(offer)]);
    },
    scored: (data) =>
      void put('sentiment.scored', data, idOf('sentiment', data.segmentId, data.source)),
    alerted: (data) => void put('sentiment.alerted', data, idOf('alert', data.segmentId)),
    mentioned: (segmentId, order) =>
      void put('order.mentioned', { segmentId, ...order }, idOf('order', order.orderNumber)),
    modelChanged: ({ status, reason }) =>
      void put('assist.changed', { model: status, reason }, newEventId()),
    noModel: () => void put('assist.changed', { model: 'none', reason: null }, idOf('no model')),
  };
}
