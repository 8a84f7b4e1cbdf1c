import type { KeyboardEvent, RefObject } from 'react';
import { stepFrom, stepOf, stopsOf } from '../react/key-steps.ts';
import { useShortcuts } from '../react/use-shortcuts.ts';

/** What the keys go through: each call, and at the end what brings more of them. */
const stops = 'a[data-slot="session-list-link"], [data-slot="session-list-more"] button';

/**
 * Walks a list of calls by keys: ↓ and ↑, J and K, Home and End where the focus is in it; J and K from
 * anywhere in the page, where they begin at the call that was last selected.
 */
export function useSessionKeys(root: RefObject<HTMLElement | null>, selected: string | null) {
  const enter = (step: number) => {
    const all = stopsOf(root.current, stops);
    const chosen = all.find((stop) => stop.closest('li')?.dataset.callId === selected);
    if (chosen) chosen.focus();
    else all.at(step > 0 ? 0 : -1)?.focus();
  };
  useShortcuts([
    { keys: 'J', label: '', run: () => enter(1) },
    { keys: 'K', label: '', run: () => enter(-1) },
  ]);
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = stepOf(event);
    if (step === undefined) return;
    const place = placeOf(event.target as Element, root.current);
    stepFrom(place, step, { stops: stopsOf(root.current, stops), event });
  };
}

/** The stop that an element belongs to: a line that was found belongs to its call. */
function placeOf(target: Element, root: HTMLElement | null): Element | null | undefined {
  if (target.matches(stops)) return target;
  const row = target.closest('[data-slot="session-list-row"]');
  return root?.contains(row) ? row?.querySelector(stops) : null;
}
