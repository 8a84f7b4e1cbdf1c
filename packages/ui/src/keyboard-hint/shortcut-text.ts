import {
  defaultKeyboardHintLabels,
  defaultKeyCaps,
  type KeyboardHintLabels,
  type KeyboardPlatform,
  type NamedKey,
} from './keyboard-hint-labels.ts';

/** A shortcut as it is printed on the keyboard: `⇧⌘E` on a Mac, `Ctrl+Shift+E` elsewhere. */
export function shortcutText(
  keys: string,
  platform: KeyboardPlatform,
  labels?: Partial<KeyboardHintLabels>,
): string {
  const text = { ...defaultKeyboardHintLabels, ...labels };
  const caps: Readonly<Record<string, string>> = { ...defaultKeyCaps[platform], ...text[platform] };
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = modifierOrder[platform].filter((name) => parts.slice(0, -1).includes(name));
  const printed = [...held, key].map((name) => caps[name] ?? name);
  return text.together(printed, platform);
}

/** As each platform's own menus have it. */
const modifierOrder: Readonly<Record<KeyboardPlatform, readonly NamedKey[]>> = {
  mac: ['Alt', 'Shift', 'Mod'],
  other: ['Mod', 'Alt', 'Shift'],
};
