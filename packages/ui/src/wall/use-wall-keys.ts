import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { useShortcuts } from '../react/use-shortcuts.ts';

/** What the keys go through: each call, and what shows those that are folded away. */
const stops = '[data-slot="call-wall-listen"], [data-slot="call-wall-fold"]';

/** How far each key goes; a held key goes on. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

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
    const all = stopsOf(root.current);
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
      const step = steps[event.key];
      if (step === undefined || hasModifier(event) || isInMenu(event.target)) return;
      const all = stopsOf(root.current);
      const target = event.target as Element;
      const place = target.closest(stops) ?? rowOf(target)?.querySelector(stops);
      const index = all.indexOf(place as HTMLElement);
      if (index < 0) return;
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, index + step))]?.focus();
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      last.current = rowOf(event.target)?.dataset.callId ?? last.current;
    },
  };
}

function stopsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(stops) ?? [])];
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

function isInMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null;
}
