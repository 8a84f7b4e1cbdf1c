'use client';
import { useSyncExternalStore } from 'react';

/** Whether the page is what its user looks at: shown, and in the window that has the keyboard. */
export function useInFront(): boolean {
  return useSyncExternalStore(subscribe, isInFront, () => true);
}

function isInFront(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function subscribe(onChange: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener('focus', onChange, { signal });
  window.addEventListener('blur', onChange, { signal });
  document.addEventListener('visibilitychange', onChange, { signal });
  return () => over.abort();
}
