import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Sends focus to `shelter` when the focused part of `root` goes away, so that it never falls back to
 * the page. Going away is leaving the page or being marked `data-state="leaving"`.
 */
export function useKeptFocus(
  root: RefObject<HTMLElement | null>,
  shelter: RefObject<HTMLElement | null>,
): void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const remember = (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? event.target : null;
    };
    const forget = ({ target }: FocusEvent) => {
      // Some browsers say so while they remove an element; one that stays has lost focus for good.
      queueMicrotask(() => {
        const stays = target instanceof Element && target.isConnected;
        if (stays && focused.current === target && document.activeElement !== target) {
          focused.current = null;
        }
      });
    };
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
    };
  }, [root]);
  useLayoutEffect(() => {
    const last = focused.current;
    if (!last) return;
    const isGone = !last.isConnected || last.closest('[data-state="leaving"]') !== null;
    const somewhereElse =
      document.activeElement !== last && document.activeElement !== document.body;
    if (!isGone || somewhereElse) return;
    focused.current = null;
    shelter.current?.focus({ preventScroll: true });
  });
}
