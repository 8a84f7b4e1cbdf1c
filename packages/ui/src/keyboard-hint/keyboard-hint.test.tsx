import { expect, test } from 'vitest';
import { shortcutText } from './keyboard-hint.tsx';

test('writes a shortcut as the keyboard of each platform does', () => {
  expect(shortcutText('Shift+Mod+E', 'mac')).toBe('⇧⌘E');
  expect(shortcutText('Shift+Mod+E', 'other')).toBe('Ctrl+Shift+E');
  expect(shortcutText('Enter', 'other')).toBe('↵');
  expect(shortcutText('M', 'mac')).toBe('M');
});
