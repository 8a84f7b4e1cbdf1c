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
  useLayoutEffect,
  useReducer,
  useRef,
} from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { describedBy, nameFrom } from '../react/aria.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';

/** Strings of a `Dialog`. */
export interface DialogLabels {
  close: string;
}
/** English words of what a dialog adds to its content; `labels` replaces them one by one. */
export const defaultDialogLabels: DialogLabels = { close: 'Close' };

/** Whether it is open (may be controlled), and what stands in it; the children are its body. */
export interface DialogProps
  extends Omit<ComponentPropsWithoutRef<'dialog'>, 'open' | 'title' | 'onClose'> {
  open?: boolean | undefined;
  /** Default false. A dialog that is left to itself closes by itself. */
  defaultOpen?: boolean | undefined;
  /** Asked for by Escape, the close button or a click beside the dialog. */
  onClose?: (() => void) | undefined;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end, the main one last. */
  actions?: ReactNode;
  labels?: Partial<DialogLabels> | undefined;
}

/**
 * A modal dialog on the native element: focus stays inside, Escape asks to close and does nothing
 * else. Focus goes to the element marked `data-initial-focus`, else to the first control.
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog(
  {
    open,
    defaultOpen = false,
    onClose,
    title,
    description,
    actions,
    labels,
    className,
    children,
    ...rest
  },
  ref,
) {
  const own = useRef<HTMLDialogElement | null>(null);
  const merged = useMergedRef(own, ref);
  const id = useId();
  const [isOpen, setOpen] = useControllable({
    value: open,
    defaultValue: defaultOpen,
    onChange: (next) => next || onClose?.(),
  });
  const close = () => setOpen(false);
  // After every render: the browser closes a dialog by itself when Escape is pressed twice.
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const element = own.current;
    if (!element || element.open === isOpen) return;
    if (!isOpen) return element.close();
    element.showModal();
    element.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  });
  // Removed while open, it would leave focus nowhere: closed before, it gives focus back.
  useLayoutEffect(() => {
    const element = own.current;
    return () => {
      if (element?.open) element.close();
    };
  }, []);
  return (
    <dialog
      data-slot="dialog"
      aria-labelledby={nameFrom(`${id}-title`, rest)}
      {...rest}
      ref={merged}
      className={clsx('aui-dialog', className)}
      data-state={isOpen ? 'open' : 'closed'}
      aria-describedby={describedBy(rest, description && `${id}-description`)}
      onClick={(event) => {
        rest.onClick?.(event);
        closeOnBackdrop(event, close);
      }}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onCancel={(event) => {
        rest.onCancel?.(event);
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
      onClose={(event) => {
        // The event comes late: StrictMode has opened the dialog again by then.
        const hasClosed = event.target === event.currentTarget && !event.currentTarget.open;
        if (!isOpen || !hasClosed) return;
        close();
        renderAgain();
      }}
    >
      {isOpen ? (
        <div data-slot="dialog-body">
          <header data-slot="dialog-header">
            <h2 id={`${id}-title`} data-slot="dialog-title">
              {title}
            </h2>
            <IconButton
              size="sm"
              label={labels?.close ?? defaultDialogLabels.close}
              icon={<X />}
              onClick={close}
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

function closeOnBackdrop(event: MouseEvent<HTMLDialogElement>, close: () => void) {
  if (event.target === event.currentTarget) close();
}
