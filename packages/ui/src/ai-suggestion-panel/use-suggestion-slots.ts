import { useEffect, useState } from 'react';
import type { SuggestionItem } from './suggestion-item.ts';
import { assignSlots, clearLeft, emptySlots, type SuggestionSlots } from './suggestion-slots.ts';

/** How long a card takes to fade: as long as `--aui-motion` is by itself. */
const FADE_MS = 120;

/** The panel's places, with cards that leave still in them while they fade. */
export function useSuggestionSlots(
  suggestions: readonly SuggestionItem[],
  editingId: string | null,
): SuggestionSlots {
  const [slots, setSlots] = useState(() => assignSlots(emptySlots, suggestions, editingId));
  const next = assignSlots(slots, suggestions, editingId);
  if (next !== slots) setSlots(next);
  const isLeaving = next.some((slot) => slot?.state === 'leaving');
  useEffect(() => {
    if (!isLeaving) return;
    const timer = setTimeout(() => setSlots(clearLeft), FADE_MS);
    return () => clearTimeout(timer);
  }, [isLeaving]);
  return next;
}
