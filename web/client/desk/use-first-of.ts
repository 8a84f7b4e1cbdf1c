'use client';
import { useState } from 'react';

/**
 * The value as it was when `key` last changed, with the time of that change. Streams repeat an offer
 * with less time left; a countdown must start once.
 */
export function useFirstOf<T>(key: string | null, value: T): { value: T; atMs: number } {
  const [first, setFirst] = useState(() => ({ key, value, atMs: Date.now() }));
  if (first.key === key) return first;
  const next = { key, value, atMs: Date.now() };
  setFirst(next);
  return next;
}
