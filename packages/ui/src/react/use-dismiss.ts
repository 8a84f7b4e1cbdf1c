import { type RefObject, useEffect, useRef } from 'react';
import { isComposing } from './is-composing.ts';

/**
 * Calls `dismiss` while `open`: with true on Escape within `root`, so that focus can go back; with
 * false when something beside it is pressed or gets focus. Escape then is done: nothing around it
 * closes as well.
 */
export function useDismiss(
  root: RefObject<HTMLElement | null>,
  open: boolean,
  dismiss: (refocus: boolean) => void,
): void {
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  useEffect(() => {
    const element = root.current;
    if (!open || !element) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) latest.current(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      latest.current(true);
    };
    element.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      element.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [root, open]);
}
