'use client';
import type { SuggestionDensity } from '@agent/protocol';
import { useCallback, useRef, useState } from 'react';

/** How many suggestions the agent wants to see, and the way to change it. */
export interface DensityChoice {
  value: SuggestionDensity;
  change(value: SuggestionDensity): void;
  /** Why the last change was taken back, in words. */
  problem: string | null;
}

/** What a change of density works with. */
export interface UseDensityOptions {
  /** What the backend has. Counts again as soon as it is another value than before the change. */
  stored: SuggestionDensity;
  /** A rejection takes the change back. Absent: a change holds here alone. */
  store: ((value: SuggestionDensity) => Promise<void>) | undefined;
  problemWords(error: unknown): string;
}

/** The agent's density. A change holds at once, and is taken back when it cannot be stored. */
export function useDensity(options: UseDensityOptions): DensityChoice {
  const { stored } = options;
  const attempts = useRef(0);
  const [chosen, setChosen] = useState<{ value: SuggestionDensity; was: SuggestionDensity }>();
  const [problem, setProblem] = useState<string | null>(null);
  const tryToChange = async (value: SuggestionDensity) => {
    const { stored: was, store, problemWords } = options;
    const attempt = ++attempts.current;
    setChosen({ value, was });
    setProblem(null);
    try {
      await store?.(value);
    } catch (error) {
      if (attempt !== attempts.current) return;
      setChosen(undefined);
      setProblem(problemWords(error));
    }
  };
  const newest = useRef(tryToChange);
  newest.current = tryToChange;
  const change = useCallback((value: SuggestionDensity) => void newest.current(value), []);
  const isAhead = chosen !== undefined && chosen.was === stored;
  if (chosen && !isAhead) setChosen(undefined);
  return { value: isAhead ? chosen.value : stored, change, problem };
}
