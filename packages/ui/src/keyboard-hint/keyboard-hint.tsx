'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useSyncExternalStore } from 'react';

/** Which names the modifier keys carry. */
export type KeyboardPlatform = 'mac' | 'other';

export interface KeyboardHintProps extends ComponentPropsWithoutRef<'kbd'> {
  /** As in `Shortcut.keys`: `M`, `Shift+Mod+E`. */
  keys: string;
  /** Default: found out from the browser. */
  platform?: KeyboardPlatform | undefined;
}

/** The keys of a shortcut, written as they are printed on this keyboard. */
export const KeyboardHint = forwardRef<HTMLElement, KeyboardHintProps>(function KeyboardHint(
  { keys, platform, className, ...rest },
  ref,
) {
  const detected = useSyncExternalStore(subscribeNever, detectPlatform, () => 'other' as const);
  return (
    <kbd
      {...rest}
      ref={ref}
      className={clsx('aui-keyboard-hint', className)}
      data-slot="keyboard-hint"
    >
      {shortcutText(keys, platform ?? detected)}
    </kbd>
  );
});

/** A shortcut in words or signs: `⇧⌘E` on a Mac, `Ctrl+Shift+E` elsewhere. */
export function shortcutText(keys: string, platform: KeyboardPlatform): string {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = ['Mod', 'Alt', 'Shift'].filter((name) => parts.slice(0, -1).includes(name));
  if (platform === 'mac') {
    return (
      [...modifiers]
        .reverse()
        .map((name) => macSigns[name])
        .join('') + (macSigns[key] ?? key)
    );
  }
  return [
    ...modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)),
    otherSigns[key] ?? key,
  ].join('+');
}

const macSigns: Record<string, string> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'esc',
};
const otherSigns: Record<string, string> = { Enter: '↵', Escape: 'Esc' };

function detectPlatform(): KeyboardPlatform {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other';
}

function subscribeNever(): () => void {
  return () => undefined;
}
