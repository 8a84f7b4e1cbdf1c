import type { OfferedSuggestion } from '@agent/calls';
import type { CardMatch, Conversation } from '@agent/playbook';
import type { ModelStatus, ModelTrouble, SuggestionAction } from '@agent/protocol';

/** What a suggestion is to be made for. */
export interface SuggestRequest {
  /** Ends with what the customer just said. */
  conversation: Conversation;
  /** Cards of the playbook that fit, best first. */
  matches: readonly CardMatch[];
  /** What this call has been offered before, oldest first. */
  offered: readonly OfferedSuggestion[];
  signal: AbortSignal;
  /** Told what is written so far, in whole words; each time more. */
  onDraft: (draft: SuggestionText) => void;
}

/** The words of a suggestion. `reasoning` is empty until it is written. */
export interface SuggestionText {
  suggestion: string;
  reasoning: string;
}

/** A whole answer of a model. */
export interface ModelSuggestion extends SuggestionText {
  action: SuggestionAction;
  /** 0–1. */
  confidence: number;
  /** How the customer's last words sound: score −1…1, confidence 0–1. */
  sentiment: { score: number; confidence: number };
}

/** Thinks of what the agent could say. Fails only with a `SuggesterError`. */
export interface Suggester {
  /** Name of the model. */
  readonly name: string;
  suggest(request: SuggestRequest): Promise<ModelSuggestion>;
}

/** How a model does; `reason` is null when it does well or there is none. */
export interface ModelHealth {
  status: ModelStatus;
  reason: ModelTrouble | null;
}

/** A suggester that also knows how it does. */
export interface WatchedSuggester extends Suggester {
  health(): ModelHealth;
  /** Calls back on each change until the returned function is called. */
  watch(onChange: (health: ModelHealth) => void): () => void;
}
