import { useSyncExternalStore } from 'react';
import type { KeyboardPlatform } from '../keyboard-hint/keyboard-hint-labels.ts';

/** The keyboard of this browser. */
export function keyboardPlatform(): KeyboardPlatform {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other';
}

/** The same for what is shown; a server, which does not know it, says `other`. */
export function useKeyboardPlatform(): KeyboardPlatform {
  return useSyncExternalStore(subscribeNever, keyboardPlatform, () => 'other' as const);
}

function subscribeNever(): () => void {
  return () => undefined;
}
