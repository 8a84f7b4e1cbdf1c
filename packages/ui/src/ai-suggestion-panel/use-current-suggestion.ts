import { useEffect, useState } from 'react';
import type { SuggestionItem } from './suggestion-item.ts';
import type { SuggestionSlots } from './suggestion-slots.ts';

/** A key pressed within this time after a card came was meant for what was there before it. */
const REACTION_MS = 250;

/** The card that keys act on. */
export interface CurrentSuggestion {
  /** Null when there is none that something can be done with. */
  currentId: string | null;
  /** What was current a moment ago, when the agent decided to press; null when it is gone. */
  seen: SuggestionItem | null;
  /** Chooses a card; it stays current until it goes. */
  choose: (id: string) => void;
}

/** The newest complete card, unless the agent chose another. */
export function useCurrentSuggestion(
  suggestions: readonly SuggestionItem[],
  slots: SuggestionSlots,
): CurrentSuggestion {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const usable = suggestions.filter(
    ({ id, state }) => state === 'offered' && slots.some((slot) => slot?.item.id === id),
  );
  const current = usable.find(({ id }) => id === chosenId) ?? usable[0] ?? null;
  const currentId = current?.id ?? null;
  const [seenId, setSeenId] = useState(currentId);
  useEffect(() => {
    const timer = setTimeout(() => setSeenId(currentId), REACTION_MS);
    return () => clearTimeout(timer);
  }, [currentId]);
  return {
    currentId,
    seen: usable.find(({ id }) => id === seenId) ?? null,
    choose: (id) => {
      setChosenId(id);
      setSeenId(id);
    },
  };
}
