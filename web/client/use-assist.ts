'use client';
import type { SuggestionDensity } from '@agent/protocol';
import {
  type LiveSuggestions,
  type ShownAlert,
  useSentimentAlert,
  useSuggestions,
} from '@agent/ui/live';
import { useMemo, useState } from 'react';
import { suggestionOutcomes } from './call-source.ts';
import { messageOf } from './request-error.ts';
import { setSuggestionDensity } from './suggestion-api.ts';
import type { LiveCall } from './use-call.ts';
import type { ChatDraft } from './use-chat-draft.ts';

/** The help that an agent gets during a call. */
export interface Assist extends LiveSuggestions {
  /** How often words were put into the chat box. */
  used: number;
  alert: ShownAlert;
}

/** Suggestions and the mood of one call, with what the agent does about them. */
export function useAssist(
  { feed }: LiveCall,
  draft: ChatDraft,
  storedDensity: SuggestionDensity,
): Assist {
  const [used, setUsed] = useState(0);
  const alert = useSentimentAlert(feed);
  const suggestions = useSuggestions(feed, {
    onOutcome: useMemo(() => suggestionOutcomes(feed.callId), [feed]),
    onUse(text) {
      draft.append(text);
      setUsed((before) => before + 1);
    },
    density: storedDensity,
    onDensityChange: setSuggestionDensity,
    problemWords: messageOf,
  });
  return { ...suggestions, used, alert };
}
