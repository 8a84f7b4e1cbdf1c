import { describe, expect, test } from 'vitest';
import { shortcutText } from './shortcut-text.ts';

describe('a shortcut in words or signs', () => {
  test.each([
    ['Shift+Mod+E', '⇧⌘E', 'Ctrl+Shift+E'],
    ['Mod+Alt+Shift+K', '⌥⇧⌘K', 'Ctrl+Alt+Shift+K'],
    ['Enter', '↵', '↵'],
    ['Escape', 'esc', 'Esc'],
    ['Alt+ArrowUp', '⌥↑', 'Alt+↑'],
    ['Alt+U', '⌃⌥U', 'Alt+U'],
    ['Alt+1', '⌃⌥1', 'Alt+1'],
    ['M', 'M', 'M'],
  ])('%s is written as the keyboard of each platform has it', (keys, mac, other) => {
    expect(shortcutText(keys, 'mac')).toBe(mac);
    expect(shortcutText(keys, 'other')).toBe(other);
  });

  test('has the caps of another language, and the English ones where none are given', () => {
    const labels = { other: { Mod: 'Strg', Shift: 'Umschalt' } };
    expect(shortcutText('Shift+Mod+E', 'other', labels)).toBe('Strg+Umschalt+E');
    expect(shortcutText('Alt+U', 'other', labels)).toBe('Alt+U');
    expect(shortcutText('Shift+Mod+E', 'mac', labels)).toBe('⇧⌘E');
  });

  test('says in its own way which keys go together', () => {
    const labels = { together: (caps: readonly string[]) => caps.join(' and ') };
    expect(shortcutText('Mod+K', 'mac', labels)).toBe('⌘ and K');
  });
});
