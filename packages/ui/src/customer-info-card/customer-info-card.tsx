import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { Avatar } from '../avatar/avatar.tsx';
import { Skeleton } from '../skeleton/skeleton.tsx';

/** One line of a customer's record. */
export interface CustomerFact {
  label: string;
  value: ReactNode;
}

/** Strings of a `CustomerInfoCard`. */
export interface CustomerInfoCardLabels {
  name: string;
  contact: string;
  loading: string;
}
export const defaultCustomerInfoCardLabels: CustomerInfoCardLabels = {
  name: 'Customer',
  contact: 'Contact',
  loading: 'Loading the customer',
};

export interface CustomerInfoCardProps extends ComponentPropsWithoutRef<'section'> {
  /** Absent while loading. */
  customerName?: string | undefined;
  contact?: string | null | undefined;
  /** Further lines in their order: wait time, orders, tickets. */
  facts?: readonly CustomerFact[] | undefined;
  /** Beside the name: a badge. */
  badge?: ReactNode;
  labels?: Partial<CustomerInfoCardLabels> | undefined;
}

/** Who is calling, at one glance. */
export const CustomerInfoCard = forwardRef<HTMLElement, CustomerInfoCardProps>(
  function CustomerInfoCard(
    { customerName, contact, facts = [], badge, labels, className, children, ...rest },
    ref,
  ) {
    const text = { ...defaultCustomerInfoCardLabels, ...labels };
    const rows = contact ? [{ label: text.contact, value: contact }, ...facts] : facts;
    return (
      <section
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-customer-info-card', className)}
        data-slot="customer-info-card"
        data-state={customerName === undefined ? 'loading' : 'ready'}
      >
        {customerName === undefined ? (
          <div role="status" aria-label={text.loading}>
            <Skeleton width="60%" />
            <Skeleton lines={2} />
          </div>
        ) : (
          <>
            <header data-slot="customer-info-card-head">
              <Avatar name={customerName} size="lg" />
              <div>
                <h2 dir="auto">{customerName}</h2>
                {badge}
              </div>
            </header>
            {rows.length > 0 ? (
              <dl data-slot="customer-info-card-facts">
                {rows.map((row) => (
                  <div key={row.label}>
                    <dt>{row.label}</dt>
                    <dd>{row.value}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
            {children}
          </>
        )}
      </section>
    );
  },
);
