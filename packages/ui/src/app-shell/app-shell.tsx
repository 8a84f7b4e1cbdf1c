import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';

/** What stands above the page, and for whom the page is. */
export interface AppShellProps extends ComponentPropsWithoutRef<'div'> {
  /** Top line: name of the product, account, status. */
  header?: ReactNode;
  /** `desk`: full height, 14 px. `customer`: one readable column, 16 px. Default `customer`. */
  variant?: 'desk' | 'customer' | undefined;
}

/** The frame of a page: background, type size, top line and the main content. */
export const AppShell = forwardRef<HTMLDivElement, AppShellProps>(function AppShell(
  { header, variant = 'customer', className, children, ...rest },
  ref,
) {
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-app-shell', className)}
      data-slot="app-shell"
      data-variant={variant}
    >
      {header ? <header data-slot="app-shell-header">{header}</header> : null}
      <main data-slot="app-shell-main">{children}</main>
    </div>
  );
});
