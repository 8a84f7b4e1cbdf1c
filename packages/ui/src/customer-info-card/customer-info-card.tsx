'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { Avatar } from '../avatar/avatar.tsx';
import { Button } from '../button/button.tsx';
import { RetryNotice } from '../notice/retry-notice.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { useNow } from '../react/use-now.ts';
import { Skeleton } from '../skeleton/skeleton.tsx';
import { Facts } from './customer-facts.tsx';
import {
  type CustomerInfoCardLabels,
  defaultCustomerInfoCardLabels,
} from './customer-info-card-labels.ts';
import { CustomerRecordView } from './customer-record-view.tsx';
import { AccountStatusBadge } from './customer-state-badges.tsx';
import type { CustomerRecord } from './customer-types.ts';
import type { CustomerFact, CustomerInfoCardPart } from './record-context.ts';
import { Unverified } from './unverified.tsx';
import { useChangedParts } from './use-changed-parts.ts';

/** The record, or how loading it stands, and how it came to be linked to this call. */
export interface CustomerInfoCardProps extends ComponentPropsWithoutRef<'section'> {
  /** Who the caller says to be; absent while loading. A linked record's name stands before it. */
  customerName?: string | undefined;
  /** What the caller gave to be reached by. */
  contact?: string | null | undefined;
  /** The record linked to the call; null when there is none, absent when records are not used. */
  record?: CustomerRecord | null | undefined;
  /** Of the record. Default: `loading` while there is neither name nor record, else `ready`. */
  status?: 'loading' | 'ready' | 'error' | undefined;
  onRetry?: (() => void) | undefined;
  /** How the record was linked. */
  linkedBy?: 'match' | 'agent' | null | undefined;
  /**
   * Whether somebody has made sure that the caller is this customer. `false` says in words that nobody
   * has, and what to do. Default: nothing is said of it.
   */
  verified?: boolean | undefined;
  /** The agent has made sure; without it there is no button for that. */
  onConfirm?: (() => void) | undefined;
  /** The confirmation is on its way. */
  confirming?: boolean | undefined;
  /** The agent wants another record; shown beside how it was linked, or in place of a record. */
  onChangeCustomer?: (() => void) | undefined;
  /** Numbers of orders named in the talk; marked and scrolled to. */
  highlightedOrders?: readonly string[] | undefined;
  /** Further lines in their order: wait time, transcription. */
  facts?: readonly CustomerFact[] | undefined;
  /** Beside the name: a badge. */
  badge?: ReactNode;
  /** Language of dates and amounts. Default `en`. */
  locale?: string | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<CustomerInfoCardPart> | undefined;
  labels?: Partial<CustomerInfoCardLabels> | undefined;
}

const MINUTE_MS = 60_000;

/** Who is calling, at one glance: who, worth, orders, tickets, last calls. */
export const CustomerInfoCard = forwardRef<HTMLElement, CustomerInfoCardProps>(
  function CustomerInfoCard(props, ref) {
    const {
      customerName,
      contact,
      record,
      status = customerName === undefined && !record ? 'loading' : 'ready',
      onRetry,
      linkedBy,
      verified = true,
      onConfirm,
      confirming,
      onChangeCustomer,
      highlightedOrders = [],
      facts = [],
      badge,
      locale = 'en',
      nowMs,
      classNames,
      labels,
      className,
      children,
      ...rest
    } = props;
    const text = { ...defaultCustomerInfoCardLabels, ...labels };
    const clockMs = useNow(MINUTE_MS, nowMs);
    const changed = useChangedParts(record);
    const name = record?.name ?? customerName;
    return (
      <section
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-customer-info-card', className)}
        data-slot="customer-info-card"
        data-state={status}
      >
        {name === undefined ? null : (
          <header {...part('customer-info-card-head', classNames)}>
            <Avatar name={name} size="lg" />
            <div>
              <h2 dir="auto">{name}</h2>
              {record ? (
                <span data-fresh={changed.has('status') || undefined}>
                  <AccountStatusBadge
                    status={record.status}
                    word={text.words.account[record.status]}
                  />
                </span>
              ) : null}
              {badge}
            </div>
          </header>
        )}
        {record ? (
          <>
            {verified ? null : (
              <Unverified
                text={text}
                onConfirm={onConfirm}
                confirming={confirming}
                classNames={classNames}
              />
            )}
            <Linked
              words={linkedWords(text, linkedBy, contact)}
              change={text.change}
              onChange={onChangeCustomer}
              classNames={classNames}
            />
            <CustomerRecordView
              key={record.customerId}
              record={record}
              facts={[...givenContact(text, contact, record), ...facts]}
              highlighted={highlightedOrders}
              text={text}
              locale={locale}
              nowMs={clockMs}
              changed={changed}
              classNames={classNames}
            />
          </>
        ) : (
          <Facts facts={[...givenContact(text, contact, null), ...facts]} classNames={classNames} />
        )}
        {status === 'loading' && !record ? <Loading label={text.loading} /> : null}
        {status === 'error' ? <RetryNotice text={text} onRetry={onRetry} /> : null}
        {status === 'ready' && record === null ? (
          <Linked
            words={text.noRecord}
            change={text.find}
            onChange={onChangeCustomer}
            classNames={classNames}
          />
        ) : null}
        {children}
        <div data-slot="visually-hidden" role="status">
          {changed.size > 0 ? text.updated : ''}
        </div>
      </section>
    );
  },
);

function Linked({
  words,
  change,
  onChange,
  classNames,
}: {
  words: string | null;
  change: string;
  onChange: (() => void) | undefined;
  classNames: CustomerInfoCardProps['classNames'];
}) {
  if (words === null && !onChange) return null;
  return (
    <div {...part('customer-info-card-linked', classNames)}>
      <span>{words}</span>
      {onChange ? (
        <Button size="sm" onClick={onChange}>
          {change}
        </Button>
      ) : null}
    </div>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <div data-slot="customer-info-card-loading" role="status" aria-label={label}>
      <Skeleton width="60%" />
      <Skeleton lines={3} />
      <Skeleton lines={2} />
    </div>
  );
}

function linkedWords(
  text: CustomerInfoCardLabels,
  linkedBy: CustomerInfoCardProps['linkedBy'],
  contact: string | null | undefined,
): string | null {
  if (!linkedBy) return null;
  if (linkedBy === 'agent') return text.linked.agent;
  return contact?.includes('@') ? text.linked.email : text.linked.phone;
}

/** The contact given, unless the record says the same. */
function givenContact(
  text: CustomerInfoCardLabels,
  contact: string | null | undefined,
  record: CustomerRecord | null,
): CustomerFact[] {
  if (!contact) return [];
  const isKnown =
    contact.toLowerCase() === record?.email || sharesDigits(contact, record?.phone ?? '');
  return isKnown ? [] : [{ label: text.contact, value: <bdi>{contact}</bdi> }];
}

/** Whether two spellings of a phone number end in the same digits. */
function sharesDigits(contact: string, phone: string): boolean {
  const [given, known] = [contact, phone].map((text) => text.replace(/\D/g, '').slice(-8));
  return given !== undefined && given.length >= 6 && given === known;
}
