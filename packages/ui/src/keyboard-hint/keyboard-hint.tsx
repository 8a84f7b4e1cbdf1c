'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useKeyboardPlatform } from '../react/keyboard-platform.ts';
import type { KeyboardHintLabels, KeyboardPlatform } from './keyboard-hint-labels.ts';
import { shortcutText } from './shortcut-text.ts';

/** Keys as `Shortcut.keys` writes them, and whose keyboard they are shown for. */
export interface KeyboardHintProps extends ComponentPropsWithoutRef<'kbd'> {
  /** As in `Shortcut.keys`: `M`, `Shift+Mod+E`. */
  keys: string;
  /** Default: found out from the browser. */
  platform?: KeyboardPlatform | undefined;
  labels?: Partial<KeyboardHintLabels> | undefined;
}

/** The keys of a shortcut, written as they are printed on this keyboard. */
export const KeyboardHint = forwardRef<HTMLElement, KeyboardHintProps>(function KeyboardHint(
  { keys, platform, labels, className, ...rest },
  ref,
) {
  const detected = useKeyboardPlatform();
  return (
    <kbd
      {...rest}
      ref={ref}
      className={clsx('aui-keyboard-hint', className)}
      data-slot="keyboard-hint"
    >
      {shortcutText(keys, platform ?? detected, labels)}
    </kbd>
  );
});
