import { useEffect, useRef } from 'react';
import { type AnnouncedWords, useAnnouncement } from '../react/announcement.tsx';
import type { SuggestionItem } from './suggestion-item.ts';

/** Words for a polite live region: each suggestion once, when it is complete; not those of the start. */
export function useNewSuggestionWords(
  suggestions: readonly SuggestionItem[],
  announcement: (item: SuggestionItem) => string,
): AnnouncedWords {
  const known = useRef<Set<string> | null>(null);
  const [words, announce] = useAnnouncement();
  useEffect(() => {
    const complete = suggestions.filter(({ state }) => state === 'offered');
    if (known.current === null) {
      known.current = new Set(complete.map(({ id }) => id));
      return;
    }
    const fresh = complete.filter(({ id }) => !known.current?.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) known.current.add(id);
    announce(fresh.reverse().map(announcement).join(' '));
  }, [suggestions, announcement, announce]);
  return words;
}
