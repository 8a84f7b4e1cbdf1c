import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';

/** Why there is nothing here, and what can be done about it. */
export interface EmptyStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  title: ReactNode;
  /** What will appear here, or what to do to make it appear. */
  description?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

/** What a view says while it has nothing to show. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { title, description, icon, action, className, ...rest },
  ref,
) {
  return (
    <div {...rest} ref={ref} className={clsx('aui-empty-state', className)} data-slot="empty-state">
      {icon ? (
        <span data-slot="empty-state-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <p data-slot="empty-state-title">{title}</p>
      {description ? <p data-slot="empty-state-description">{description}</p> : null}
      {action}
    </div>
  );
});
