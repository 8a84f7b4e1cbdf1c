import { type CallState, type SentimentAlert, selectShownSuggestions } from '@agent/calls';
import type {
  SuggestionDensity,
  SuggestionHelper,
  SuggestionItem,
  SuggestionsUnavailable,
} from '../../ai-suggestion-panel/suggestion-item.ts';
import { ALERT_SHOWN_MS, standingAlert } from './standing-alert.ts';
import { suggestionItems } from './suggestion-items.ts';
import { suggestionsUnavailable } from './suggestions-unavailable.ts';

/** The help that a call showed its agent. */
export interface ShownAssist {
  /** At most two, newest first. */
  suggestions: readonly SuggestionItem[];
  density: SuggestionDensity;
  helper: SuggestionHelper;
  unavailable: SuggestionsUnavailable | null;
  alert: SentimentAlert | null;
}

/**
 * The help that the agent of a call had before its eyes at a moment (milliseconds since 1970), by what
 * the log tells: that an alert was put away, it does not.
 */
export function assistAt(call: CallState, atMs: number): ShownAssist {
  const { assist, answeredAtMs } = call;
  const standing = standingAlert(call);
  const isShown = standing && (answeredAtMs ?? 0) + standing.atMs + ALERT_SHOWN_MS > atMs;
  return {
    suggestions: suggestionItems(selectShownSuggestions({ assist }), answeredAtMs),
    density: assist.density,
    helper: assist.model,
    unavailable: suggestionsUnavailable({ call, status: 'ready' }),
    alert: isShown ? standing : null,
  };
}
