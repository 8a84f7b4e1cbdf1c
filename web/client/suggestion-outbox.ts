import type { CallEventEnvelope, SuggestionId, SuggestionOutcome } from '@agent/protocol';
import { messageOf, RequestError } from './request-error.ts';

/** What the agent did with suggestions, as far as the log does not say it yet. */
export interface SuggestionOutboxState {
  /** Not to be shown any more: the agent is done with them. */
  settling: ReadonlySet<SuggestionId>;
  /** Why the last one came back; null when nothing did. */
  problem: string | null;
}

/** What an outbox works with. */
export interface SuggestionOutboxOptions {
  settle(suggestionId: SuggestionId, outcome: SuggestionOutcome): Promise<CallEventEnvelope>;
  /** The stored event, as if it had come over the room. */
  onStored(envelope: CallEventEnvelope): void;
  /** The log knows more than is known here. */
  onOvertaken(): void;
  onChange(state: SuggestionOutboxState): void;
}

/** Takes a suggestion off the screen at once and brings it back when the server cannot take it. */
export interface SuggestionOutbox {
  settle(suggestionId: SuggestionId, outcome: SuggestionOutcome): void;
  clearProblem(): void;
}

/** Nothing is on its way. */
export const nothingSettling: SuggestionOutboxState = { settling: new Set(), problem: null };

/** Creates the outbox of one call. */
export function createSuggestionOutbox(options: SuggestionOutboxOptions): SuggestionOutbox {
  let state = nothingSettling;
  const change = (next: SuggestionOutboxState) => {
    state = next;
    options.onChange(next);
  };
  const deliver = async (suggestionId: SuggestionId, outcome: SuggestionOutcome) => {
    try {
      options.onStored(await options.settle(suggestionId, outcome));
    } catch (error) {
      // It is gone anyway: expired, or settled from another tab.
      if (isGone(error)) return options.onOvertaken();
      const settling = new Set(state.settling);
      settling.delete(suggestionId);
      change({ settling, problem: messageOf(error) });
    }
  };
  return {
    settle(suggestionId, outcome) {
      if (state.settling.has(suggestionId)) return;
      change({ settling: new Set([...state.settling, suggestionId]), problem: null });
      void deliver(suggestionId, outcome);
    },
    clearProblem() {
      if (state.problem) change({ ...state, problem: null });
    },
  };
}

function isGone(error: unknown): boolean {
  return error instanceof RequestError && ['conflict', 'not-found'].includes(error.code);
}
