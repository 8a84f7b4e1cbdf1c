'use client';
import { clsx } from 'clsx';
import { UserX } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Badge } from '../badge/badge.tsx';
import {
  type CustomerStateWords,
  defaultCustomerStateWords,
} from '../customer-info-card/customer-info-card-labels.ts';
import {
  AccountStatusBadge,
  OrderStatusBadge,
} from '../customer-info-card/customer-state-badges.tsx';
import type { CustomerRecord } from '../customer-info-card/customer-types.ts';
import { orderLatenessMs } from '../customer-info-card/order-lateness.ts';
import { formatMoney } from '../format/money.ts';
import { useNow } from '../react/use-now.ts';

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
  lateOrder: string;
  noOrder: string;
  tickets: string;
  caller: string;
  unverified: string;
  /** What to do about it, in a few words. */
  unverifiedDescription: string;
  words: CustomerStateWords;
}
/** English words of the summary of a customer; `labels` replaces them one by one. */
export const defaultCustomerGlanceLabels: CustomerGlanceLabels = {
  name: 'What is known',
  account: 'Account',
  lifetimeValue: 'Lifetime value',
  latestOrder: 'Latest order',
  lateOrder: 'Late order',
  noOrder: 'none',
  tickets: 'Open tickets',
  caller: 'Caller',
  unverified: 'Not verified',
  unverifiedDescription: 'Ask who it is before you tell anything.',
  words: defaultCustomerStateWords,
};

/** The record to sum up, and the clock and language to sum it up in. */
export interface CustomerGlanceProps extends Omit<ComponentPropsWithoutRef<'dl'>, 'children'> {
  record: CustomerGlanceRecord;
  /** Whether somebody has made sure that the caller is this customer; `false` is said in words. */
  verified?: boolean | undefined;
  /** Language of amounts. Default `en`. */
  locale?: string | undefined;
  /** Replaces the clock, for tests. */
  nowMs?: number | undefined;
  labels?: Partial<CustomerGlanceLabels> | undefined;
}

const MINUTE_MS = 60_000;

/**
 * A customer's record in four facts, for a card that is seen for seconds: the incoming call. The
 * order is the newest late one, else the newest.
 */
export const CustomerGlance = forwardRef<HTMLDListElement, CustomerGlanceProps>(
  function CustomerGlance(props, ref) {
    const { record, verified = true, locale = 'en', nowMs, labels, className, ...rest } = props;
    const text = { ...defaultCustomerGlanceLabels, ...labels };
    const clockMs = useNow(MINUTE_MS, nowMs);
    const late = record.orders.find((order) => orderLatenessMs(order, clockMs) !== null);
    const order = late ?? record.orders[0];
    return (
      <dl
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-customer-glance', className)}
        data-slot="customer-glance"
        data-state={record.status}
      >
        {verified ? null : (
          <div data-slot="customer-glance-unverified">
            <dt>{text.caller}</dt>
            <dd>
              <Badge tone="warning" icon={<UserX />}>
                {text.unverified}
              </Badge>
              <span>{text.unverifiedDescription}</span>
            </dd>
          </div>
        )}
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
          <dt>{late ? text.lateOrder : text.latestOrder}</dt>
          <dd>
            {order ? (
              <>
                {order.orderNumber}{' '}
                <OrderStatusBadge status={order.status} word={text.words.order[order.status]} />
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
