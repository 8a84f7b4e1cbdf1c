import type { SuggestionsUnavailable } from '../../ai-suggestion-panel/suggestion-item.ts';
import type { CallFeedState } from '../feed/call-reading.ts';

/** Why there are no suggestions to expect in a call; null while there are. */
export function suggestionsUnavailable({
  call: { transcribed, transcription },
  status,
}: CallFeedState): SuggestionsUnavailable | null {
  if (!transcribed) return 'declined';
  if (status === 'refused') return 'refused';
  return transcription.status === 'off' ? 'transcription-off' : null;
}
