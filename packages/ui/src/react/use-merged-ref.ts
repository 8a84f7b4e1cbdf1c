import { type ForwardedRef, type RefCallback, useCallback } from 'react';

/** One ref callback that serves the component's own ref and the forwarded one, with its clean-up. */
export function useMergedRef<T>(
  own: { current: T | null },
  forwarded: ForwardedRef<T>,
): RefCallback<T> {
  return useCallback(
    (element: T | null) => {
      own.current = element;
      if (typeof forwarded !== 'function') {
        if (forwarded) forwarded.current = element;
        return;
      }
      const cleanUp: unknown = forwarded(element);
      if (typeof cleanUp !== 'function') return;
      return () => {
        own.current = null;
        cleanUp();
      };
    },
    [own, forwarded],
  );
}
