import type { CallEvent } from '@agent/protocol';
import type { AssistState, SuggestionFate } from './assist-state.ts';
import { type CallState, isTalkOver, isWaitingAgain, withAssist } from './call-state.ts';
import { withdrawDraft } from './drafts.ts';
import { offsetMs } from './offset.ts';
import { placeOfNew } from './suggestion-place.ts';
import { MAX_OPEN_SUGGESTIONS } from './suggestions.ts';

type GoneWithTalk = 'call-ended' | 'agent-left';

/**
 * A suggestion is there for the agent; one that was being written is complete now. One that comes
 * after the end has expired with the call, one that comes when its agent has left with that.
 */
export function applyOffered(state: CallState, event: CallEvent<'suggestion.offered'>): CallState {
  const { suggestions } = state.assist;
  const { suggestionId } = event.data;
  if (suggestions.some((known) => known.suggestionId === suggestionId)) return state;
  const offeredAtMs = offsetMs(state, event.at);
  const why = whyTooLate(state);
  const offered = {
    ...{ ...event.data, seq: event.seq, offeredAtMs },
    place: placeOfNew(suggestions, offeredAtMs, MAX_OPEN_SUGGESTIONS),
    fate: why ? gone(why) : ({ state: 'open' } as const),
    settledAtMs: why ? offeredAtMs : null,
  };
  return withAssist(withdrawDraft(state, suggestionId), {
    suggestions: [...suggestions, offered],
  });
}

/**
 * The first thing that happens to an open suggestion decides its fate. What the agent did just as it
 * expired counts all the same.
 */
export function applySettled(
  state: CallState,
  event: CallEvent<
    | 'suggestion.accepted'
    | 'suggestion.edited'
    | 'suggestion.dismissed'
    | 'suggestion.marked-wrong'
    | 'suggestion.expired'
  >,
): CallState {
  const isByAgent = event.type !== 'suggestion.expired';
  return settle(state, event.at, fateOf(event), ({ suggestionId, fate }) => {
    const isMeant = suggestionId === event.data.suggestionId;
    return isMeant && (fate.state === 'open' || (isByAgent && hasJustGone(fate)));
  });
}

/** Whether it went while the call went on; the store sees to it that this is not long ago. */
function hasJustGone(fate: SuggestionFate): boolean {
  if (fate.state !== 'expired') return false;
  return fate.reason !== 'call-ended' && fate.reason !== 'agent-left';
}

/** Nothing is suggested any more once the talk is over, or its agent has left. */
export function expireAll(state: CallState, at: string, why: GoneWithTalk): CallState {
  const settled = settle(state, at, gone(why), (suggestion) => suggestion.fate.state === 'open');
  return withAssist(settled, { draft: null });
}

function whyTooLate(state: CallState): GoneWithTalk | undefined {
  if (isTalkOver(state)) return 'call-ended';
  return isWaitingAgain(state) ? 'agent-left' : undefined;
}

function gone(reason: GoneWithTalk): SuggestionFate {
  return { state: 'expired', reason };
}

/** A later score of the same segment takes the place of the former. */
export function applyScored(state: CallState, event: CallEvent<'sentiment.scored'>): CallState {
  const sentiment = new Map(state.assist.sentiment);
  sentiment.set(event.data.segmentId, { ...event.data, seq: event.seq });
  return withAssist(state, { sentiment });
}

/** The agent is told that the customer is upset. */
export function applyAlerted(state: CallState, event: CallEvent<'sentiment.alerted'>): CallState {
  const alert = { ...event.data, seq: event.seq, atMs: offsetMs(state, event.at) };
  return withAssist(state, { alerts: [...state.assist.alerts, alert] });
}

/** Whose record belongs to the call; only an agent can have made sure of it. */
export function applyLinked(state: CallState, event: CallEvent<'customer.linked'>): CallState {
  const { customerId, by } = event.data;
  const isCustomerVerified = customerId !== null && by === 'agent';
  return withAssist(state, { customerId, isCustomerVerified });
}

/** An order was named; the same order again changes nothing. */
export function applyMentioned(state: CallState, event: CallEvent<'order.mentioned'>): CallState {
  const { mentionedOrders, orderOwners, orderSegments } = state.assist;
  const { orderNumber, customerId, segmentId } = event.data;
  if (mentionedOrders.includes(orderNumber)) return state;
  return withAssist(state, {
    mentionedOrders: [...mentionedOrders, orderNumber],
    orderOwners: new Map(orderOwners).set(orderNumber, customerId),
    orderSegments: new Map(orderSegments).set(orderNumber, segmentId),
  });
}

function settle(
  state: CallState,
  at: string,
  fate: SuggestionFate,
  isMeant: (suggestion: AssistState['suggestions'][number]) => boolean,
): CallState {
  const { suggestions } = state.assist;
  if (!suggestions.some(isMeant)) return state;
  const settledAtMs = offsetMs(state, at);
  return withAssist(state, {
    suggestions: suggestions.map((suggestion) =>
      isMeant(suggestion) ? { ...suggestion, fate, settledAtMs } : suggestion,
    ),
  });
}

function fateOf(event: Parameters<typeof applySettled>[1]): SuggestionFate {
  switch (event.type) {
    case 'suggestion.accepted':
      return { state: 'accepted', how: event.data.how };
    case 'suggestion.edited':
      return { state: 'edited', text: event.data.text };
    case 'suggestion.dismissed':
      return { state: 'dismissed' };
    case 'suggestion.marked-wrong':
      return { state: 'marked-wrong' };
    case 'suggestion.expired':
      return { state: 'expired', reason: event.data.reason };
    default:
      return event satisfies never;
  }
}
