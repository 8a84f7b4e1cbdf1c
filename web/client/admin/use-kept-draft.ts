'use client';
import { useState } from 'react';
import type { Drafts } from './unsaved.tsx';

/**
 * What is typed for a thing, kept while one looks elsewhere where `isWorthIt` says so; undefined: nothing
 * is typed.
 */
export function useKeptDraft<Draft>(
  drafts: Drafts<Draft>,
  id: string,
  isWorthIt: (draft: Draft) => boolean = () => true,
) {
  // Each key is shown by this page alone: what is kept tells others only that there is something.
  const [draft, setDraft] = useState(() => drafts.of(id));
  const change = (next: Draft | undefined) => {
    setDraft(next);
    drafts.set(id, next && isWorthIt(next) ? next : undefined);
  };
  return [draft, change] as const;
}
