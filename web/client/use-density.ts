'use client';
import type { SuggestionDensity } from '@agent/protocol';
import { useState } from 'react';
import { setSuggestionDensity } from './suggestion-api.ts';
import { type Action, useAction } from './use-action.ts';

/** How many suggestions the agent wants to see, and the way to change it. */
export interface DensityChoice {
  value: SuggestionDensity;
  change: Action<[SuggestionDensity]>;
}

/** The agent's density. A change holds at once, and is taken back when the server refuses it. */
export function useDensity(stored: SuggestionDensity): DensityChoice {
  const [chosen, setChosen] = useState<{ value: SuggestionDensity; was: SuggestionDensity }>();
  const change = useAction(async (value: SuggestionDensity) => {
    setChosen({ value, was: stored });
    try {
      await setSuggestionDensity(value);
    } catch (error) {
      setChosen(undefined);
      throw error;
    }
  });
  // What the stream says counts again as soon as it says something else than before the change.
  const isAhead = chosen !== undefined && chosen.was === stored;
  if (chosen && !isAhead) setChosen(undefined);
  return { value: isAhead ? chosen.value : stored, change };
}
