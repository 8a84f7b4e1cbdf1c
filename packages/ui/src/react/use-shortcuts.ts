import { useEffect, useRef } from 'react';
import type { KeyboardPlatform } from '../keyboard-hint/keyboard-hint-labels.ts';
import { isComposing } from './is-composing.ts';
import { keyboardPlatform } from './keyboard-platform.ts';
import { shortcutKeys } from './shortcut-keys.ts';

/**
 * A keyboard shortcut: `keys` as `M`, `Alt+U`, `Shift+Mod+E` or `?`. `Mod` is Control, on a Mac
 * Command. `Alt` on a Mac is Option, with a letter, digit or sign Control and Option, as Option alone
 * writes there.
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
 * alone while somebody types, and everything is left alone in a dialog and while a modal one is open.
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
      if (isComposing(event)) return;
      if (isBusyElsewhere(event, match.keys)) return;
      event.preventDefault();
      match.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [active]);
}

/** Whether a key press is the shortcut written as `keys`, on this browser's platform unless told. */
export function matchesShortcut(
  event: KeyboardEvent,
  keys: string,
  platform: KeyboardPlatform = keyboardPlatform(),
): boolean {
  const { held, key } = shortcutKeys(keys, platform);
  if (pressedKey(event) !== key.toLowerCase()) return false;
  if (event.altKey !== held.has('Alt')) return false;
  const isModHeld = event.ctrlKey || event.metaKey;
  const isControlHeld = event.ctrlKey && !event.metaKey;
  if (held.has('Control') ? !isControlHeld : isModHeld !== held.has('Mod')) return false;
  const isLetter = /^\p{L}$/u.test(key);
  return !isLetter || event.shiftKey === held.has('Shift');
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

/** Whether a key press is for somebody else: in a dialog, or while somebody types. */
export function isBusyElsewhere(event: KeyboardEvent, keys: string): boolean {
  const around = event.composedPath().filter((node) => node instanceof Element);
  if (isDialogOpen(around)) return true;
  if (/\b(?:Mod|Alt)\+/.test(keys)) return false;
  return around.some(takesKeys);
}

/** People who type there, or pick by first letters, want the keys for that. */
function takesKeys(element: Element): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.matches('input, textarea, select, [role="menu"]');
}

/** A dialog that has the focus, or one that is modal: not every library marks its modal ones. */
function isDialogOpen(around: readonly Element[]): boolean {
  if (around.some((element) => element.matches('[role="dialog"], [role="alertdialog"]'))) {
    return true;
  }
  const modal = document.querySelectorAll('dialog[open], [aria-modal="true"]');
  return [...modal].some(isShown);
}

/** Some libraries keep closed dialogs in the page. */
function isShown(element: Element): boolean {
  if (element.closest('[hidden], [aria-hidden="true"]')) return false;
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
