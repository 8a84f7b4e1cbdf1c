import { type ModifierKey, shortcutKeys } from '../react/shortcut-keys.ts';
import {
  defaultKeyboardHintLabels,
  defaultKeyCaps,
  type KeyboardHintLabels,
  type KeyboardPlatform,
} from './keyboard-hint-labels.ts';

/**
 * A shortcut as it is printed on the keyboard: `⇧⌘E` on a Mac, `Ctrl+Shift+E` elsewhere; `Alt+U` is `⌃⌥U`
 * on a Mac.
 */
export function shortcutText(
  keys: string,
  platform: KeyboardPlatform,
  labels?: Partial<KeyboardHintLabels>,
): string {
  const text = { ...defaultKeyboardHintLabels, ...labels };
  const caps: Readonly<Record<string, string>> = { ...defaultKeyCaps[platform], ...text[platform] };
  const { held, key } = shortcutKeys(keys, platform);
  const inOrder = modifierOrder[platform].filter((name) => held.has(name));
  const printed = [...inOrder, key].map((name) => caps[name] ?? name);
  return text.together(printed, platform);
}

/** As each platform's own menus have it. */
const modifierOrder: Readonly<Record<KeyboardPlatform, readonly ModifierKey[]>> = {
  mac: ['Control', 'Alt', 'Shift', 'Mod'],
  other: ['Control', 'Mod', 'Alt', 'Shift'],
};
