import type { KeyboardPlatform } from '../keyboard-hint/keyboard-hint-labels.ts';

/** Keys that are held while another is pressed. `Control` is the one of a Mac that `Mod` is not. */
export type ModifierKey = 'Control' | 'Alt' | 'Shift' | 'Mod';

/** What is pressed for a shortcut. */
export interface ShortcutKeys {
  held: ReadonlySet<ModifierKey>;
  key: string;
}

const modifiers: readonly ModifierKey[] = ['Control', 'Alt', 'Shift', 'Mod'];

/**
 * Reads a shortcut as it is pressed on a platform. On a Mac Option alone writes letters (`ü` and `ß` by
 * Option+U and Option+S, `ś` on a Polish keyboard), so that there `Alt` with a letter, digit or sign is
 * Control and Option.
 */
export function shortcutKeys(keys: string, platform: KeyboardPlatform): ShortcutKeys {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = new Set(modifiers.filter((name) => parts.slice(0, -1).includes(name)));
  const wouldWrite = held.has('Alt') && !held.has('Mod') && key.length === 1;
  if (platform === 'mac' && wouldWrite) held.add('Control');
  return { held, key };
}

const ariaNames: Readonly<Record<KeyboardPlatform, Readonly<Record<ModifierKey, string>>>> = {
  mac: { Control: 'Control', Alt: 'Alt', Shift: 'Shift', Mod: 'Meta' },
  other: { Control: 'Control', Alt: 'Alt', Shift: 'Shift', Mod: 'Control' },
};

/** A shortcut as `aria-keyshortcuts` has it. */
export function ariaShortcut(keys: string, platform: KeyboardPlatform): string {
  const { held, key } = shortcutKeys(keys, platform);
  const names = modifiers.filter((name) => held.has(name)).map((name) => ariaNames[platform][name]);
  return [...names, key].join('+');
}
