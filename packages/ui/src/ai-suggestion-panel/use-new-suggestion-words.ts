import { useEffect, useRef, useState } from 'react';
import type { SuggestionItem } from './suggestion-item.ts';

/** Text for a polite live region: each suggestion once, when it is complete; not those of the start. */
export function useNewSuggestionWords(
  suggestions: readonly SuggestionItem[],
  announcement: (item: SuggestionItem) => string,
): string {
  const known = useRef<Set<string> | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const complete = suggestions.filter(({ state }) => state === 'offered');
    if (known.current === null) {
      known.current = new Set(complete.map(({ id }) => id));
      return;
    }
    const fresh = complete.filter(({ id }) => !known.current?.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) known.current.add(id);
    setWords(fresh.reverse().map(announcement).join(' '));
  }, [suggestions, announcement]);
  return words;
}
