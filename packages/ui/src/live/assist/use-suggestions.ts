'use client';
import { selectShownSuggestions } from '@agent/calls';
import type { SuggestionDensity } from '@agent/protocol';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import type {
  SuggestionHelper,
  SuggestionItem,
  SuggestionsUnavailable,
} from '../../ai-suggestion-panel/suggestion-item.ts';
import type { CallFeed } from '../feed/call-feed.ts';
import type { CallSource } from '../feed/call-source.ts';
import { useCallFeed, useCallState } from '../feed/use-call-feed.ts';
import { suggestionItems } from './suggestion-items.ts';
import {
  createSuggestionOutbox,
  type StoreSuggestionOutcome,
  type SuggestionOutbox,
} from './suggestion-outbox.ts';
import { suggestionsUnavailable } from './suggestions-unavailable.ts';
import { useDensity } from './use-density.ts';

/** What becomes of what the agent does. */
export interface UseSuggestionsOptions {
  onOutcome: StoreSuggestionOutcome;
  /** Gets the words of a suggestion that is used, or those the agent made of them, for the chat box. */
  onUse?: ((text: string) => void) | undefined;
  /** How many suggestions the agent wants, as the backend has it. Default: as the log has it. */
  density?: SuggestionDensity | undefined;
  /** Stores another density. A rejection takes it back. Absent: it holds for this page. */
  onDensityChange?: ((density: SuggestionDensity) => Promise<void>) | undefined;
  /** What to tell a person of a rejection. Default: one English sentence. */
  problemWords?: ((error: unknown) => string) | undefined;
}

/** What the agent is shown to say next, ready for an `AISuggestionPanel`. The functions never change. */
export interface LiveSuggestions {
  /** At most two, newest first. One that is settled is gone at once, and back when that failed. */
  suggestions: readonly SuggestionItem[];
  density: SuggestionDensity;
  setDensity(density: SuggestionDensity): void;
  /** How the model behind the suggestions does. */
  helper: SuggestionHelper;
  /** Why there are none to expect; null while there are. */
  unavailable: SuggestionsUnavailable | null;
  use(id: string): void;
  /** The agent has said it. */
  said(id: string): void;
  /** The agent changed the words and uses those. */
  edit(id: string, text: string): void;
  dismiss(id: string): void;
  markWrong(id: string): void;
  /** The suggestion whose outcome is being stored. */
  pendingId: string | null;
  /** Why a suggestion came back, or the density could not be stored, in words. */
  problem: string | null;
}

/** The suggestions of a call and what the agent does with them, optimistic with a way back. */
export function useSuggestions(
  source: CallSource | CallFeed,
  options: UseSuggestionsOptions,
): LiveSuggestions {
  const feed = useCallFeed(source);
  const state = useCallState(feed);
  const { assist, answeredAtMs } = state.call;
  const latest = useRef(options);
  latest.current = options;
  const outbox = useMemo(() => createOutbox(feed, () => latest.current), [feed]);
  const { settling, pendingId, problem } = useSyncExternalStore(
    outbox.subscribe,
    outbox.get,
    outbox.get,
  );
  const density = useDensity({
    stored: options.density ?? assist.density,
    store: options.onDensityChange,
    problemWords: options.problemWords ?? defaultProblemWords,
  });
  const suggestions = useMemo(() => {
    const shown = selectShownSuggestions({ assist: { ...assist, density: density.value } });
    const open = shown.filter(({ suggestionId }) => !settling.has(suggestionId));
    return suggestionItems(open, answeredAtMs);
  }, [assist, answeredAtMs, density.value, settling]);
  const shownNow = useRef(suggestions);
  shownNow.current = suggestions;
  const verbs = useMemo(
    () =>
      createVerbs(
        outbox,
        (id) => shownNow.current.find((item) => item.id === id)?.text,
        (text) => latest.current.onUse?.(text),
      ),
    [outbox],
  );
  return {
    ...verbs,
    suggestions,
    density: density.value,
    setDensity: density.change,
    helper: assist.model,
    unavailable: suggestionsUnavailable(state),
    pendingId,
    problem: problem ?? density.problem,
  };
}

function createOutbox(feed: CallFeed, latest: () => UseSuggestionsOptions): SuggestionOutbox {
  return createSuggestionOutbox({
    store: (id, outcome) => latest().onOutcome(id, outcome),
    onStored: feed.receiveEnvelope,
    onOvertaken: feed.resync,
    problemWords: (error) => (latest().problemWords ?? defaultProblemWords)(error),
  });
}

function createVerbs(
  outbox: SuggestionOutbox,
  textOf: (id: string) => string | undefined,
  onUse: (text: string) => void,
) {
  const put = (text: string, isTaken: boolean) => {
    if (isTaken) onUse(text);
  };
  return {
    use(id: string) {
      const text = textOf(id);
      if (text) put(text, outbox.settle(id, { outcome: 'accepted', how: 'chat' }));
    },
    said: (id: string) => void outbox.settle(id, { outcome: 'accepted', how: 'said' }),
    edit(id: string, text: string) {
      if (text.trim()) put(text, outbox.settle(id, { outcome: 'edited', text }));
    },
    dismiss: (id: string) => void outbox.settle(id, { outcome: 'dismissed' }),
    markWrong: (id: string) => void outbox.settle(id, { outcome: 'marked-wrong' }),
  };
}

function defaultProblemWords(): string {
  return 'That could not be stored. Try again.';
}
