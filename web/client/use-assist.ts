'use client';
import type { SuggestionId, SuggestionOutcome } from '@agent/protocol';
import type { SuggestionItem } from '@agent/ui';
import { useMemo, useState } from 'react';
import { suggestionItems } from './suggestion-items.ts';
import type { LiveCall } from './use-call.ts';
import type { ChatDraft } from './use-chat-draft.ts';
import type { DensityChoice } from './use-density.ts';
import { type ShownAlert, useSentimentAlert } from './use-sentiment-alert.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The help that an agent gets during a call. */
export interface Assist {
  /** At most two, newest first. */
  items: readonly SuggestionItem[];
  /** Puts the words of a suggestion, or those the agent made of them, into the chat box. */
  use(id: SuggestionId, edited?: string): void;
  /** Says what else the agent did with a suggestion. */
  settle(id: SuggestionId, outcome: SuggestionOutcome): void;
  /** Why the last suggestion came back, or the density could not be changed. */
  problem: string | null;
  /** How often words were put into the chat box. */
  used: number;
  density: DensityChoice;
  alert: ShownAlert;
}

/** Suggestions and the mood of one call, with what the agent does about them. */
export function useAssist(live: LiveCall, draft: ChatDraft, density: DensityChoice): Assist {
  const { state, receiveEnvelope, retry } = live;
  const { shown, settle, problem } = useSuggestions(state.callId, state, density.value, {
    receiveEnvelope,
    resync: retry,
  });
  const items = useMemo(
    () => suggestionItems(shown, state.answeredAtMs),
    [shown, state.answeredAtMs],
  );
  const alert = useSentimentAlert(state, live.feedStatus === 'ready');
  const [used, setUsed] = useState(0);
  const use = (id: SuggestionId, edited?: string) => {
    const text = edited ?? items.find((item) => item.id === id)?.text;
    if (!text) return;
    draft.append(text);
    setUsed((before) => before + 1);
    settle(id, edited ? { outcome: 'edited', text: edited } : { outcome: 'accepted', how: 'chat' });
  };
  return { items, use, settle, problem: problem ?? density.change.problem, used, density, alert };
}
