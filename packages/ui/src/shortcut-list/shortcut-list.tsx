'use client';
import { clsx } from 'clsx';
import { forwardRef } from 'react';
import { Dialog, type DialogProps } from '../dialog/dialog.tsx';
import { KeyboardHint } from '../keyboard-hint/keyboard-hint.tsx';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import type { Shortcut } from '../react/use-shortcuts.ts';

/** Strings of a `ShortcutList`. */
export interface ShortcutListLabels {
  title: string;
  close: string;
  keys: Partial<KeyboardHintLabels>;
}
export const defaultShortcutListLabels: ShortcutListLabels = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  keys: {},
};

export interface ShortcutListProps extends Omit<DialogProps, 'title' | 'labels' | 'children'> {
  shortcuts: readonly Pick<Shortcut, 'keys' | 'label'>[];
  labels?: Partial<ShortcutListLabels> | undefined;
}

/** A dialog that lists every shortcut of the view; usually opened with `?`. */
export const ShortcutList = forwardRef<HTMLDialogElement, ShortcutListProps>(function ShortcutList(
  { shortcuts, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultShortcutListLabels, ...labels };
  return (
    <Dialog
      data-slot="shortcut-list"
      {...rest}
      ref={ref}
      className={clsx('aui-shortcut-list', className)}
      title={text.title}
      labels={{ close: text.close }}
    >
      <dl data-slot="shortcut-list-rows">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} data-slot="shortcut-list-row">
            <dt>{shortcut.label}</dt>
            <dd>
              <KeyboardHint keys={shortcut.keys} labels={text.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
});
