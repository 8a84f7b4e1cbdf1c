'use client';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { describedBy, nameFrom } from '../react/aria.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';

/** Strings of a `Dialog`. */
export interface DialogLabels {
  close: string;
}
export const defaultDialogLabels: DialogLabels = { close: 'Close' };

export interface DialogProps
  extends Omit<ComponentPropsWithoutRef<'dialog'>, 'open' | 'title' | 'onClose'> {
  open: boolean;
  /** Asked for by Escape, the close button or a click beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end, the main one last. */
  actions?: ReactNode;
  labels?: Partial<DialogLabels> | undefined;
}

/**
 * A modal dialog on the native element: focus stays inside, Escape asks to close. Focus goes to the
 * element marked `data-initial-focus`, else to the first control.
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog(
  { open, onClose, title, description, actions, labels, className, children, ...rest },
  ref,
) {
  const own = useRef<HTMLDialogElement | null>(null);
  const merged = useMergedRef(own, ref);
  const id = useId();
  useEffect(() => {
    const element = own.current;
    if (!element || element.open === open) return;
    if (!open) return element.close();
    element.showModal();
    element.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes; the click is the mouse's way beside the dialog.
    <dialog
      data-slot="dialog"
      aria-labelledby={nameFrom(`${id}-title`, rest)}
      {...rest}
      ref={merged}
      className={clsx('aui-dialog', className)}
      data-state={open ? 'open' : 'closed'}
      aria-describedby={describedBy(rest, description && `${id}-description`)}
      onClick={(event) => {
        rest.onClick?.(event);
        closeOnBackdrop(event, onClose);
      }}
      onCancel={(event) => {
        rest.onCancel?.(event);
        event.preventDefault();
        onClose();
      }}
    >
      {open ? (
        <div data-slot="dialog-body">
          <header data-slot="dialog-header">
            <h2 id={`${id}-title`} data-slot="dialog-title">
              {title}
            </h2>
            <IconButton
              size="sm"
              label={labels?.close ?? defaultDialogLabels.close}
              icon={<X />}
              onClick={onClose}
            />
          </header>
          {description ? (
            <p id={`${id}-description`} data-slot="dialog-description">
              {description}
            </p>
          ) : null}
          {children}
          {actions ? <footer data-slot="dialog-actions">{actions}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
});

function closeOnBackdrop(event: MouseEvent<HTMLDialogElement>, onClose: () => void) {
  if (event.target === event.currentTarget) onClose();
}
