import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';

/** Colour family of a badge; the words must say the same. */
export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** Colour and icon; the children are the text. */
export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  /** Default `neutral`. */
  tone?: BadgeTone | undefined;
  icon?: ReactNode;
}

/** A small state in words, with an icon and a colour that say the same. */
export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge(
  { tone = 'neutral', icon, className, children, ...rest },
  ref,
) {
  return (
    <span
      data-slot="badge"
      {...rest}
      ref={ref}
      className={clsx('aui-badge', className)}
      data-tone={tone}
    >
      {icon ? (
        <span data-slot="badge-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <span data-slot="badge-text">{children}</span>
    </span>
  );
});
