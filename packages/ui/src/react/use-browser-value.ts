import { useSyncExternalStore } from 'react';

/**
 * Something that only the browser knows and that never changes there; until the page is its own, and on
 * a server, `onServer` stands for it.
 */
export function useBrowserValue<T>(read: () => T, onServer: T): T {
  return useSyncExternalStore(subscribeNever, read, () => onServer);
}

function subscribeNever(): () => void {
  return () => undefined;
}
