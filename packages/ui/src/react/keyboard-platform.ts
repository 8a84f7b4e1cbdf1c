import type { KeyboardPlatform } from '../keyboard-hint/keyboard-hint-labels.ts';
import { useBrowserValue } from './use-browser-value.ts';

/** The keyboard of this browser. */
export function keyboardPlatform(): KeyboardPlatform {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other';
}

/** The same for what is shown; a server, which does not know it, says `other`. */
export function useKeyboardPlatform(): KeyboardPlatform {
  return useBrowserValue(keyboardPlatform, 'other');
}
