import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';

/** A way into the product: what it is for, and the link or button that leads there. */
export interface StartCardProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  title: ReactNode;
  description: ReactNode;
  icon?: ReactNode;
  /** The link or button that starts. */
  action?: ReactNode;
}

/** One choice of a start page: what it is, for whom, and the way in. */
export const StartCard = forwardRef<HTMLElement, StartCardProps>(function StartCard(
  { title, description, icon, action, className, children, ...rest },
  ref,
) {
  return (
    <section
      {...rest}
      ref={ref}
      className={clsx('aui-start-card', className)}
      data-slot="start-card"
    >
      {icon ? (
        <span data-slot="start-card-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <h2 data-slot="start-card-title">{title}</h2>
      <p data-slot="start-card-description">{description}</p>
      {children}
      {action ? <div data-slot="start-card-action">{action}</div> : null}
    </section>
  );
});
