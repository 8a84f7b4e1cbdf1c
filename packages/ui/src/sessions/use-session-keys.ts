import type { KeyboardEvent, RefObject } from 'react';
import { useShortcuts } from '../react/use-shortcuts.ts';

/** What the keys go through: each call, and at the end what brings more of them. */
const stops = 'a[data-slot="session-list-link"], [data-slot="session-list-more"] button';

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
 * Walks a list of calls by keys: ↓ and ↑, J and K, Home and End where the focus is in it; J and K from
 * anywhere in the page, where they begin at the call that was last selected.
 */
export function useSessionKeys(root: RefObject<HTMLElement | null>, selected: string | null) {
  const enter = (step: number) => {
    const all = stopsOf(root.current);
    const chosen = all.find((stop) => stop.closest('li')?.dataset.callId === selected);
    if (chosen) chosen.focus();
    else all.at(step > 0 ? 0 : -1)?.focus();
  };
  useShortcuts([
    { keys: 'J', label: '', run: () => enter(1) },
    { keys: 'K', label: '', run: () => enter(-1) },
  ]);
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || hasModifier(event)) return;
    const all = stopsOf(root.current);
    const here = all.indexOf(placeOf(event.target as Element, root.current) as HTMLElement);
    if (here < 0) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, here + step))]?.focus();
  };
}

function stopsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(stops) ?? [])];
}

/** The stop that an element belongs to: a line that was found belongs to its call. */
function placeOf(target: Element, root: HTMLElement | null): Element | null | undefined {
  if (target.matches(stops)) return target;
  const row = target.closest('[data-slot="session-list-row"]');
  return root?.contains(row) ? row?.querySelector(stops) : null;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
