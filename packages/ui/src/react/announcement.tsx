import { useReducer } from 'react';

/** Words for a screen reader; another `id` says them again, also when they are the same. */
export interface AnnouncedWords {
  id: number;
  text: string;
}

/** The words to announce now, and a way to announce others. */
export function useAnnouncement(): [AnnouncedWords, (text: string) => void] {
  return useReducer(({ id }: AnnouncedWords, text: string) => ({ id: id + 1, text }), nothing);
}

const nothing: AnnouncedWords = { id: 0, text: '' };

/** A polite live region. Each announcement is a node of its own: a text that is the same is no change. */
export function Announcement({ words }: { words: AnnouncedWords }) {
  return (
    <div data-slot="visually-hidden" role="status" aria-live="polite">
      <span key={words.id}>{words.text}</span>
    </div>
  );
}
