'use client';
import { clsx } from 'clsx';
import { forwardRef } from 'react';
import { Dialog, type DialogProps } from '../dialog/dialog.tsx';
import { KeyboardHint } from '../keyboard-hint/keyboard-hint.tsx';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import { useControllable } from '../react/use-controllable.ts';
import { type Shortcut, useShortcuts } from '../react/use-shortcuts.ts';

/** Strings of a `ShortcutList`. */
export interface ShortcutListLabels {
  title: string;
  close: string;
  keys: Partial<KeyboardHintLabels>;
}
/** English words of the list of shortcuts; `labels` replaces them one by one. */
export const defaultShortcutListLabels: ShortcutListLabels = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  keys: {},
};

/** The shortcuts to list, and the keys that open the list by themselves. */
export interface ShortcutListProps extends Omit<DialogProps, 'title' | 'labels' | 'children'> {
  shortcuts: readonly Pick<Shortcut, 'keys' | 'label'>[];
  /** What opens a list that is left to itself, anywhere in the page. Default `?`; `null` for none. */
  openKeys?: string | null | undefined;
  labels?: Partial<ShortcutListLabels> | undefined;
}

/** A dialog that lists every shortcut of the view; left to itself it opens at `?`. */
export const ShortcutList = forwardRef<HTMLDialogElement, ShortcutListProps>(function ShortcutList(
  { shortcuts, openKeys = '?', open, defaultOpen = false, onClose, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultShortcutListLabels, ...labels };
  const [isOpen, setOpen] = useControllable({
    value: open,
    defaultValue: defaultOpen,
    onChange: (next) => next || onClose?.(),
  });
  const opener = { keys: openKeys ?? '', label: text.title, run: () => setOpen(true) };
  useShortcuts([opener], open === undefined && openKeys !== null);
  return (
    <Dialog
      data-slot="shortcut-list"
      {...rest}
      ref={ref}
      open={isOpen}
      onClose={() => setOpen(false)}
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
