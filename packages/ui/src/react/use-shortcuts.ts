import { useEffect, useRef } from 'react';

/**
 * A keyboard shortcut: `keys` as `M`, `Alt+U`, `Shift+Mod+E` or `?`; `Mod` is Control, on a Mac
 * Command; `Alt` on a Mac is Option.
 */
export interface Shortcut {
  keys: string;
  /** What it does, as the list of shortcuts says it. */
  label: string;
  run: () => void;
  disabled?: boolean | undefined;
}

/**
 * Runs shortcuts pressed anywhere in the document while `active`. A key without Mod or Alt is left
 * alone while somebody types, and everything is left alone while a dialog is open.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], active = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      const match = latest.current.find((entry) => matchesShortcut(event, entry.keys));
      if (!match || match.disabled || event.repeat || event.defaultPrevented) return;
      if (event.isComposing) return;
      if (isBusyElsewhere(event, match.keys)) return;
      event.preventDefault();
      match.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [active]);
}

/** Whether a key press is the shortcut written as `keys`. */
export function matchesShortcut(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  if (pressedKey(event) !== key.toLowerCase()) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  if ((event.ctrlKey || event.metaKey) !== parts.includes('Mod')) return false;
  const isLetter = /^\p{L}$/u.test(key);
  return !isLetter || event.shiftKey === parts.includes('Shift');
}

/**
 * The key that was pressed. With Option a Mac gives another sign (`¨` or `Dead` for Option+U), so
 * there the place on the keyboard says which letter or digit it is.
 */
function pressedKey(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (!event.altKey || /^[a-z0-9]$/.test(key)) return key;
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1]?.toLowerCase() ?? key;
}

function isBusyElsewhere(event: KeyboardEvent, keys: string): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (document.querySelector('dialog[open]')) return true;
  if (/\b(?:Mod|Alt)\+/.test(keys)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null
  );
}
