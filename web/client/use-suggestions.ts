'use client';
import { type CallState, type ShownSuggestion, selectShownSuggestions } from '@agent/calls';
import type { CallEventEnvelope, SuggestionDensity } from '@agent/protocol';
import { useMemo, useState } from 'react';
import { settleSuggestion } from './suggestion-api.ts';
import {
  createSuggestionOutbox,
  nothingSettling,
  type SuggestionOutbox,
  type SuggestionOutboxState,
} from './suggestion-outbox.ts';

/** What the agent is shown to say next, and what became of it. */
export interface CallSuggestions extends SuggestionOutbox {
  shown: readonly ShownSuggestion[];
  /** Why a suggestion came back, in words. */
  problem: string | null;
}

/** The suggestions of a call. `density` is what the agent wants now; the log may not have it yet. */
export function useSuggestions(
  callId: string,
  state: CallState,
  density: SuggestionDensity,
  feed: { receiveEnvelope(envelope: CallEventEnvelope): void; resync(): void },
): CallSuggestions {
  const [{ settling, problem }, setOutboxState] = useState<SuggestionOutboxState>(nothingSettling);
  const { receiveEnvelope, resync } = feed;
  const { assist } = state;
  const outbox = useMemo(
    () =>
      createSuggestionOutbox({
        settle: (suggestionId, outcome) => settleSuggestion(callId, suggestionId, outcome),
        onStored: receiveEnvelope,
        onOvertaken: resync,
        onChange: setOutboxState,
      }),
    [callId, receiveEnvelope, resync],
  );
  const shown = useMemo(
    () =>
      selectShownSuggestions({ assist: { ...assist, density } }).filter(
        ({ suggestionId }) => !settling.has(suggestionId),
      ),
    [assist, density, settling],
  );
  return { ...outbox, shown, problem };
}
