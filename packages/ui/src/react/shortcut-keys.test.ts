import { expect, test } from 'vitest';
import { ariaShortcut } from './shortcut-keys.ts';

test.each([
  ['Alt+U', 'Control+Alt+U', 'Alt+U'],
  ['Alt+PageDown', 'Alt+PageDown', 'Alt+PageDown'],
  ['Shift+Mod+E', 'Shift+Meta+E', 'Shift+Control+E'],
  ['Mod+Alt+K', 'Alt+Meta+K', 'Alt+Control+K'],
  ['M', 'M', 'M'],
])('%s is told to screen readers as it is pressed', (keys, mac, other) => {
  expect(ariaShortcut(keys, 'mac')).toBe(mac);
  expect(ariaShortcut(keys, 'other')).toBe(other);
});
