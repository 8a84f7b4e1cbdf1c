import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from '../button/button.tsx';

/** An icon with the `label` that names it to everybody who cannot see it. */
export interface IconButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'aria-label'> {
  /** What the button does, for screen readers and as its tooltip. */
  label: string;
  icon: ReactNode;
  /** Default `ghost`. */
  variant?: ButtonVariant | undefined;
  /** Default `md`. */
  size?: ButtonSize | undefined;
  /** For a toggle: whether it is on. */
  pressed?: boolean | undefined;
}

/** A square button that shows only an icon and says its purpose to those who do not see it. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, variant = 'ghost', size = 'md', pressed, className, ...rest },
  ref,
) {
  return (
    <button
      type="button"
      title={label}
      aria-pressed={pressed}
      {...rest}
      ref={ref}
      className={clsx('aui-icon-button', className)}
      data-slot="icon-button"
      data-variant={variant}
      data-size={size}
      data-state={pressed === undefined ? 'idle' : pressed ? 'on' : 'off'}
      aria-label={label}
    >
      <span data-slot="button-icon" aria-hidden="true">
        {icon}
      </span>
    </button>
  );
});
