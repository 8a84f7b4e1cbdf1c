import type {
  ModelStatus,
  ModelTrouble,
  SuggestionAction,
  SuggestionDensity,
  SuggestionSource,
} from '@agent/protocol';

/** What a suggestion rests on, as far as the agent is told. */
export type SuggestionItemSource = Pick<SuggestionSource, 'kind' | 'name'>;

/** A suggestion as data. While `writing`, its text grows and nothing can be done with it. */
export interface SuggestionItem {
  id: string;
  state: 'writing' | 'offered';
  /** Words that the agent can say or write as they stand. */
  text: string;
  reasoning: string;
  /** Null while it is not known yet. */
  action: SuggestionAction | null;
  /** 0–1; null while it is not known yet. */
  confidence: number | null;
  source: SuggestionItemSource;
  /** Epoch milliseconds; null while it is being written. */
  offeredAtMs: number | null;
  important: boolean;
  /** In which place it is put when that is free, from the top (0). Default: the first that is free. */
  place?: number | undefined;
}

/** How the model behind the suggestions does. */
export interface SuggestionHelper {
  status: ModelStatus;
  reason: ModelTrouble | null;
}

/** Why there are no suggestions in this call, just now (`transcription-off`, `away`), or any more (`refused`). */
export type SuggestionsUnavailable = 'declined' | 'transcription-off' | 'away' | 'refused';

/** What the agent can do with a suggestion. */
export type SuggestionVerb = 'use' | 'said' | 'edit' | 'dismiss' | 'wrong';

export type { SuggestionAction, SuggestionDensity };
