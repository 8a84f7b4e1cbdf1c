/** Which names the modifier keys carry. */
export type KeyboardPlatform = 'mac' | 'other';

/** Keys with a name, as `Shortcut.keys` writes them; `Control` is held beside Option on a Mac. */
export type NamedKey =
  | 'Control'
  | 'Mod'
  | 'Alt'
  | 'Shift'
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'Backspace'
  | 'Delete'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight';

/** What is printed on keys; a key without a name carries its own letter, digit or sign. */
export type KeyCaps = Readonly<Record<NamedKey, string>>;

/** Strings of a `KeyboardHint`. */
export interface KeyboardHintLabels {
  /** Caps of a Mac's keyboard; those left out keep their default. */
  mac: Partial<KeyCaps>;
  /** Caps of any other keyboard; those left out keep their default. */
  other: Partial<KeyCaps>;
  /** Keys to be pressed together, in their order. */
  together: (caps: readonly string[], platform: KeyboardPlatform) => string;
}

const arrows = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** Caps of keyboards with English print. */
export const defaultKeyCaps: Readonly<Record<KeyboardPlatform, KeyCaps>> = {
  mac: {
    ...arrows,
    Control: '⌃',
    Mod: '⌘',
    Alt: '⌥',
    Shift: '⇧',
    Enter: '↵',
    Escape: 'esc',
    Tab: '⇥',
    Backspace: '⌫',
    Delete: '⌦',
    Home: '↖',
    End: '↘',
    PageUp: '⇞',
    PageDown: '⇟',
  },
  other: {
    ...arrows,
    Control: 'Ctrl',
    Mod: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Enter: '↵',
    Escape: 'Esc',
    Tab: 'Tab',
    Backspace: 'Backspace',
    Delete: 'Del',
    Home: 'Home',
    End: 'End',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
  },
};

/** Caps of English keyboards, with a plus between keys pressed together except on a Mac. */
export const defaultKeyboardHintLabels: KeyboardHintLabels = {
  ...defaultKeyCaps,
  together: (caps, platform) => caps.join(platform === 'mac' ? '' : '+'),
};
