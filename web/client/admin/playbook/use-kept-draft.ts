'use client';
import { useState } from 'react';
import type { Drafts } from '../unsaved.tsx';
import type { CardDraft } from './card-draft.ts';

/**
 * What is typed for a card, kept while one looks elsewhere where `isWorthIt` says so; undefined: nothing
 * is typed.
 */
export function useKeptDraft(
  drafts: Drafts<CardDraft>,
  id: string,
  isWorthIt: (draft: CardDraft) => boolean,
) {
  // Each key is shown by this page alone: what is kept tells others only that there is something.
  const [draft, setDraft] = useState(() => drafts.of(id));
  const change = (next: CardDraft | undefined) => {
    setDraft(next);
    drafts.set(id, next && isWorthIt(next) ? next : undefined);
  };
  return [draft, change] as const;
}
