import { useEffect, useRef } from 'react';
import { isComposing } from '../../react/is-composing.ts';
import { isBusyElsewhere } from '../../react/use-shortcuts.ts';

/** What the keys of a player do, by the key: `Space`, `ArrowLeft`, `Shift+ArrowLeft`, `m`, `,`. */
export type PlayerKeys = Readonly<Record<string, () => void>>;

/** Keys that press or move what has the focus, and are left to it. */
const pressable = 'button, a[href], summary, [role="button"], [role="tab"], [role="radio"]';
const movable = '[role="slider"], [role="tablist"], [role="radiogroup"]';

/**
 * Runs keys pressed anywhere in the document: not while somebody types or in a dialog, and Space not on
 * a button, which it presses.
 */
export function usePlayerKeys(keys: PlayerKeys, active = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const name = nameOf(event);
      const run = latest.current[name];
      if (!run || isComposing(event) || isBusyElsewhere(event, name)) return;
      if (isLeftToFocus(event)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [active]);
}

/** Shift counts for keys with a name; what a sign needs to be written does not matter. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return 'Space';
  if (key.length === 1) return key.toLowerCase();
  return shiftKey ? `Shift+${key}` : key;
}

function isLeftToFocus({ key, target, shiftKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.matches(pressable);
  return key.startsWith('Arrow') && !shiftKey && target.closest(movable) !== null;
}
