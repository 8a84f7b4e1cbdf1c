'use client';
import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds; `fallback` where that cannot be told, as on the server. */
export function useMediaQuery(query: string, fallback: boolean): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = watch(query);
      list?.addEventListener('change', onChange);
      return () => list?.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => watch(query)?.matches ?? fallback,
    () => fallback,
  );
}

/** Test browsers have none. */
function watch(query: string): MediaQueryList | undefined {
  return typeof window.matchMedia === 'function' ? window.matchMedia(query) : undefined;
}
