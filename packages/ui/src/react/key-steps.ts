import type { KeyboardEvent } from 'react';

/** How far each key goes in a list; a held key goes on. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** How far a key goes in a list, whatever it consists of: ↓ and ↑, J and K, Home and End; else undefined. */
export function stepOf(event: KeyboardEvent): number | undefined {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  return hasModifier ? undefined : steps[event.key];
}

/** The elements below a root that keys go through, in their order. */
export function stopsOf(root: HTMLElement | null, stops: string): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(stops) ?? [])];
}

/**
 * Moves the focus that many stops on from one of them, to the first or last where there are fewer, and keeps
 * the page from scrolling. From anywhere else nothing happens.
 */
export function stepFrom(
  stop: Element | null | undefined,
  step: number,
  { stops, event }: { stops: readonly HTMLElement[]; event: KeyboardEvent },
): void {
  const index = stops.indexOf(stop as HTMLElement);
  if (index < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, index + step))]?.focus();
}
