import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { KeyboardHint } from '../keyboard-hint/keyboard-hint.tsx';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';

/** How much a button stands out; at most one `primary` per view. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
/** Height of a button: 28, 32 or 44 px. */
export type ButtonSize = 'sm' | 'md' | 'lg';

/** Look, icon and shortcut beside the attributes of a `<button>`; the children are the text. */
export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** Default `secondary`. */
  variant?: ButtonVariant | undefined;
  /** Default `md`. */
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** Shown as a keyboard hint; the button does not listen for it. */
  shortcut?: string | undefined;
  /** Strings of that hint. */
  shortcutLabels?: Partial<KeyboardHintLabels> | undefined;
  /** The action is under way: the button stays focusable but does nothing. */
  pending?: boolean | undefined;
}

/** A button with room for an icon and its keyboard shortcut. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    variant = 'secondary',
    size = 'md',
    icon,
    shortcut,
    shortcutLabels,
    pending,
    className,
    children,
    ...rest
  },
  ref,
) {
  const { onClick, ...others } = rest;
  return (
    <button
      type="button"
      {...others}
      ref={ref}
      className={clsx('aui-button', className)}
      data-slot="button"
      data-variant={variant}
      data-size={size}
      data-state={pending ? 'pending' : 'idle'}
      aria-busy={pending || others['aria-busy']}
      aria-disabled={pending || others['aria-disabled']}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {icon ? (
        <span data-slot="button-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <span data-slot="button-label">{children}</span>
      {shortcut ? (
        <KeyboardHint keys={shortcut} labels={shortcutLabels} aria-hidden="true" />
      ) : null}
    </button>
  );
});
