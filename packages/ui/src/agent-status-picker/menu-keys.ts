import type { KeyboardEvent } from 'react';
import { placeByArrow } from '../react/place-by-arrow.ts';

/** Moves focus among the buttons of a menu by ↑, ↓, Home and End; internal to menus. */
export function focusByKey(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const current = items.indexOf(document.activeElement as HTMLButtonElement);
  const ends: Record<string, number | undefined> = { Home: 0, End: -1 };
  const next = ends[event.key] ?? placeByArrow(event.key, current, items.length);
  if (next === undefined) return;
  event.preventDefault();
  items.at(next)?.focus();
}
