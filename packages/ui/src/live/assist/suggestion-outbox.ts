import type { SuggestionOutcome } from '@agent/protocol';
import { createObservable } from '../feed/observable.ts';
import type { CallEventEnvelope } from '../feed/plain-events.ts';

/**
 * Stores what the agent did with a suggestion. Resolves with the stored event; with `gone` when the
 * suggestion has expired or was settled elsewhere; with nothing when the event comes another way. A
 * rejection brings the suggestion back.
 */
export type StoreSuggestionOutcome = (
  suggestionId: string,
  outcome: SuggestionOutcome,
) => Promise<CallEventEnvelope | 'gone' | undefined>;

/** What the agent did with suggestions, as far as the log does not say it yet. */
export interface SuggestionOutboxState {
  /** Not to be shown any more: the agent is done with them. */
  settling: ReadonlySet<string>;
  /** The newest that is under way; null when everything was answered. */
  pendingId: string | null;
  /** Why the last one came back, in words; null when nothing did. */
  problem: string | null;
}

/** What an outbox works with. */
export interface SuggestionOutboxOptions {
  store: StoreSuggestionOutcome;
  /** The stored event, as if it had come over the room. */
  onStored(envelope: CallEventEnvelope): void;
  /** The log knows more than is known here. */
  onOvertaken(): void;
  /** What to tell a person of a rejection. */
  problemWords(error: unknown): string;
}

export type SuggestionOutbox = ReturnType<typeof createSuggestionOutbox>;

/** Takes a suggestion off the screen at once and brings it back when it cannot be stored. */
export function createSuggestionOutbox(options: SuggestionOutboxOptions) {
  const state = createObservable<SuggestionOutboxState>({
    settling: new Set(),
    pendingId: null,
    problem: null,
  });
  const patch = (part: Partial<SuggestionOutboxState>) => state.set({ ...state.get(), ...part });
  const answered = (id: string) => {
    if (state.get().pendingId === id) patch({ pendingId: null });
  };
  const deliver = async (id: string, outcome: SuggestionOutcome) => {
    try {
      const stored = await options.store(id, outcome);
      if (typeof stored === 'object') options.onStored(stored);
      else options.onOvertaken();
    } catch (error) {
      patch({
        settling: without(state.get().settling, id),
        problem: options.problemWords(error),
      });
    } finally {
      answered(id);
    }
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    /** Tells whether it was taken: a suggestion that is being settled already is not. */
    settle(id: string, outcome: SuggestionOutcome): boolean {
      const { settling } = state.get();
      if (settling.has(id)) return false;
      patch({ settling: new Set([...settling, id]), pendingId: id, problem: null });
      void deliver(id, outcome);
      return true;
    },
  };
}

function without<T>(set: ReadonlySet<T>, element: T): ReadonlySet<T> {
  const rest = new Set(set);
  rest.delete(element);
  return rest;
}
