import { expect, it } from 'vitest';
import { type ShortcutKey, shortcutOf } from './shortcuts.ts';

const key = (code: string, parts: Partial<ShortcutKey> = {}): ShortcutKey => ({
  code,
  key: code.replace('Key', '').toLowerCase(),
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...parts,
});

it.each([
  ['M mutes', key('KeyM'), 'mute'],
  ['H holds', key('KeyH'), 'hold'],
  ['? helps', key('Slash', { key: '?', shiftKey: true }), 'help'],
  ['Ctrl+Shift+E hangs up', key('KeyE', { ctrlKey: true, shiftKey: true }), 'hang-up'],
  ['⌘+Shift+E hangs up', key('KeyE', { metaKey: true, shiftKey: true }), 'hang-up'],
])('%s', (_title, event, action) => {
  expect(shortcutOf(event, false)).toBe(action);
});

it.each([
  ['Ctrl+M', key('KeyM', { ctrlKey: true })],
  ['Alt+H', key('KeyH', { altKey: true })],
  ['a held key', key('KeyM', { repeat: true })],
  ['E alone', key('KeyE')],
])('leaves %s to the browser', (_title, event) => {
  expect(shortcutOf(event, false)).toBeNull();
});

it('leaves plain letters to the text while typing, but still hangs up', () => {
  expect(shortcutOf(key('KeyM'), true)).toBeNull();
  expect(shortcutOf(key('Slash', { key: '?' }), true)).toBeNull();
  expect(shortcutOf(key('KeyE', { ctrlKey: true, shiftKey: true }), true)).toBe('hang-up');
});
