import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { stepFrom, stepOf, stopsOf } from '../react/key-steps.ts';
import { useShortcuts } from '../react/use-shortcuts.ts';

/** What the keys go through: each call, and what shows those that are folded away. */
const stops = '[data-slot="call-wall-listen"], [data-slot="call-wall-fold"]';

/**
 * Walks a wall by keys: ↓ and ↑, J and K, Home and End; from outside of it the call comes first at which
 * one was last. L listens to the call and T takes what stands out in it; where no call has the focus, they
 * go to one and do nothing else.
 */
export function useWallKeys(root: RefObject<HTMLElement | null>) {
  const last = useRef<string | null>(null);
  const rowOf = (element: Element | null) =>
    element?.closest<HTMLElement>('[data-slot="call-wall-row"]') ?? null;
  const here = () => {
    const row = rowOf(document.activeElement);
    return root.current?.contains(row) ? row : null;
  };
  const enter = (step: number) => {
    const all = stopsOf(root.current, stops);
    const known = all.find((stop) => rowOf(stop)?.dataset.callId === last.current);
    (known ?? all.at(step > 0 ? 0 : -1))?.focus();
  };
  const press = (part: string) => () => {
    const row = here();
    if (row) row.querySelector<HTMLElement>(part)?.click();
    else enter(1);
  };
  useShortcuts([
    ...['J', 'ArrowDown'].map((keys) => ({ keys, label: '', run: () => enter(1) })),
    ...['K', 'ArrowUp'].map((keys) => ({ keys, label: '', run: () => enter(-1) })),
    { keys: 'L', label: '', run: press('[data-slot="call-wall-listen"]') },
    { keys: 'T', label: '', run: press('[data-act="take"]') },
  ]);
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = stepOf(event);
      if (step === undefined || isInMenu(event.target)) return;
      const target = event.target as Element;
      const place = target.closest(stops) ?? rowOf(target)?.querySelector(stops);
      stepFrom(place, step, { stops: stopsOf(root.current, stops), event });
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      last.current = rowOf(event.target)?.dataset.callId ?? last.current;
    },
  };
}

function isInMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null;
}
