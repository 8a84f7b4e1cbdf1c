'use client';
import type { SuggestionDensity } from '@agent/protocol';
import {
  type LiveSuggestions,
  type ShownAssist,
  useSentimentAlert,
  useSuggestions,
} from '@agent/ui/live';
import { useMemo, useState } from 'react';
import { suggestionOutcomes } from '../call/call-source.ts';
import { setSuggestionDensity } from '../call/suggestion-api.ts';
import type { LiveCall } from '../call/use-call.ts';
import type { ChatDraft } from '../chat/use-chat-draft.ts';
import { messageOf } from '../http/request-error.ts';

/** What the agent can do about the help it gets. */
export interface AssistActions
  extends Pick<
    LiveSuggestions,
    'use' | 'said' | 'edit' | 'dismiss' | 'markWrong' | 'setDensity' | 'problem'
  > {
  dismissAlert(): void;
}

/** The help that an agent gets during a call. */
export interface Assist {
  shown: ShownAssist;
  actions: AssistActions;
  /** How often words were put into the chat box. */
  used: number;
}

/** Suggestions and the upset of one call, with what the agent does about them. */
export function useAssist(
  { read, feed }: LiveCall,
  draft: ChatDraft,
  storedDensity: SuggestionDensity,
): Assist {
  const [used, setUsed] = useState(0);
  const { alert, dismiss: dismissAlert } = useSentimentAlert(feed);
  const live = useSuggestions(feed, {
    onOutcome: useMemo(() => suggestionOutcomes(read.callId), [read]),
    onUse(text) {
      draft.append(text);
      setUsed((before) => before + 1);
    },
    density: storedDensity,
    onDensityChange: setSuggestionDensity,
    problemWords: messageOf,
  });
  const { suggestions, density, helper, unavailable } = live;
  const shown = { suggestions, density, helper, unavailable, alert };
  const { use, said, edit, dismiss, markWrong, setDensity, problem } = live;
  const actions = { use, said, edit, dismiss, markWrong, setDensity, problem, dismissAlert };
  return { shown, actions, used };
}
