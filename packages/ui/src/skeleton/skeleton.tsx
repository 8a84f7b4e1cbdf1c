import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';

/** How many lines, and how long and high each of them is. */
export interface SkeletonProps extends ComponentPropsWithoutRef<'div'> {
  /** Number of lines; the last is shorter. Default 1. */
  lines?: number | undefined;
  /** CSS width of a line, default full. */
  width?: string | undefined;
  /** CSS height of a line, default one line of text. */
  height?: string | undefined;
}

/** Grey lines in the shape of what is being loaded; hidden from screen readers. */
export const Skeleton = forwardRef<HTMLDivElement, SkeletonProps>(function Skeleton(
  { lines = 1, width, height, className, ...rest },
  ref,
) {
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-skeleton', className)}
      data-slot="skeleton"
      aria-hidden="true"
    >
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} data-slot="skeleton-line" style={{ width, height }} />
      ))}
    </div>
  );
});
