'use client';
import type { CustomerRecord } from '@agent/protocol';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import {
  type CustomerStateWords,
  defaultCustomerStateWords,
} from '../customer-info-card/customer-info-card-labels.ts';
import {
  AccountStatusBadge,
  OrderStatusBadge,
} from '../customer-info-card/customer-state-badges.tsx';
import { formatMoney } from '../format/money.ts';

/** What a `CustomerGlance` needs to know of a customer. */
export type CustomerGlanceRecord = Pick<
  CustomerRecord,
  'status' | 'lifetimeValue' | 'orders' | 'tickets'
>;

/** Strings of a `CustomerGlance`. */
export interface CustomerGlanceLabels {
  name: string;
  account: string;
  lifetimeValue: string;
  latestOrder: string;
  noOrder: string;
  tickets: string;
  words: CustomerStateWords;
}
export const defaultCustomerGlanceLabels: CustomerGlanceLabels = {
  name: 'What is known',
  account: 'Account',
  lifetimeValue: 'Lifetime value',
  latestOrder: 'Latest order',
  noOrder: 'none',
  tickets: 'Open tickets',
  words: defaultCustomerStateWords,
};

export interface CustomerGlanceProps extends Omit<ComponentPropsWithoutRef<'dl'>, 'children'> {
  record: CustomerGlanceRecord;
  /** Language of amounts. Default `en`. */
  locale?: string | undefined;
  labels?: Partial<CustomerGlanceLabels> | undefined;
}

/** A customer's record in four facts, for a card that is seen for seconds: the incoming call. */
export const CustomerGlance = forwardRef<HTMLDListElement, CustomerGlanceProps>(
  function CustomerGlance({ record, locale = 'en', labels, className, ...rest }, ref) {
    const text = { ...defaultCustomerGlanceLabels, ...labels };
    const latest = record.orders[0];
    return (
      <dl
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-customer-glance', className)}
        data-slot="customer-glance"
        data-state={record.status}
      >
        <div>
          <dt>{text.account}</dt>
          <dd>
            <AccountStatusBadge status={record.status} word={text.words.account[record.status]} />
          </dd>
        </div>
        <div>
          <dt>{text.lifetimeValue}</dt>
          <dd>{formatMoney(record.lifetimeValue, locale)}</dd>
        </div>
        <div>
          <dt>{text.latestOrder}</dt>
          <dd>
            {latest ? (
              <>
                {latest.orderNumber}{' '}
                <OrderStatusBadge status={latest.status} word={text.words.order[latest.status]} />
              </>
            ) : (
              text.noOrder
            )}
          </dd>
        </div>
        <div>
          <dt>{text.tickets}</dt>
          <dd>{record.tickets.length}</dd>
        </div>
      </dl>
    );
  },
);
