import { type ForwardedRef, type RefCallback, useCallback } from 'react';

/** One ref callback that serves the component's own ref and the forwarded one. */
export function useMergedRef<T>(
  own: { current: T | null },
  forwarded: ForwardedRef<T>,
): RefCallback<T> {
  return useCallback(
    (element: T | null) => {
      own.current = element;
      if (typeof forwarded === 'function') forwarded(element);
      else if (forwarded) forwarded.current = element;
    },
    [own, forwarded],
  );
}
