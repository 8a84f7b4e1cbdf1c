import type { CallEvent, SuggestionDraft, SuggestionId } from '@agent/protocol';
import { type CallState, isTalking, withAssist } from './call-state.ts';
import { hasCustomerGoneOn } from './customer-gone-on.ts';

/** Shows a suggestion as far as it is written, unless it comes too late. */
export function receiveDraft(state: CallState, draft: SuggestionDraft): CallState {
  const { draft: known, suggestions } = state.assist;
  const { suggestionId, revision } = draft;
  if (!isTalking(state)) return state;
  if (suggestions.some((offered) => offered.suggestionId === suggestionId)) return state;
  if (known?.suggestionId === suggestionId && known.revision >= revision) return state;
  return isOvertaken(state, draft) ? state : withAssist(state, { draft });
}

/** Takes back a suggestion that was being written. */
export function withdrawDraft(state: CallState, id: SuggestionId): CallState {
  return state.assist.draft?.suggestionId === id ? withAssist(state, { draft: null }) : state;
}

/**
 * Takes back the draft when an event tells that nobody goes on writing it: the message that says so
 * may be lost, the log is not. Should somebody write on all the same, as after a failure in another
 * call of the bot, the next words bring it back.
 */
export function dropDraft(state: CallState, event: CallEvent): CallState {
  const { draft } = state.assist;
  return draft && isEndOf(draft, event, state) ? withAssist(state, { draft: null }) : state;
}

function isEndOf(draft: SuggestionDraft, event: CallEvent, state: CallState): boolean {
  switch (event.type) {
    case 'segment.final':
      return isOvertaken(state, draft);
    case 'transcript.gap':
      return event.data.reason === 'bot-restarted';
    case 'assist.changed':
      return event.data.model !== 'ready';
    default:
      return false;
  }
}

/** Whether the customer has gone on since the segment that a draft answers: the bot gives it up then. */
function isOvertaken(state: CallState, { segmentId }: SuggestionDraft): boolean {
  const asked = state.segments.find(({ id }) => id === segmentId);
  // A draft may be here before its own segment, and that before a segment from still earlier.
  return asked !== undefined && hasCustomerGoneOn(state, asked);
}
