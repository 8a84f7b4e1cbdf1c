'use client';
import type { CallView } from '@agent/protocol';
import { Badge, type CustomerFact, CustomerInfoCard, formatClock, Notice } from '@agent/ui';
import { type RefObject, useEffect, useRef } from 'react';
import type { CallCustomerState } from '#client/customer-record/use-call-customer.ts';
import type { CustomerChoice } from '#client/customer-record/use-customer-choice.ts';
import type { ShownOrderOfAnotherCustomer } from '#client/customer-record/use-order-of-another-customer.ts';
import type { CallMoment } from './call-moment.ts';
import { CustomerChooser } from './customer-chooser.tsx';
import { OrderOfAnotherCustomerNotice } from './order-of-another-customer-notice.tsx';

/** What the agent can do about whose record belongs to the call. */
export interface CustomerActions {
  choice: CustomerChoice;
  orderOfAnotherCustomer: ShownOrderOfAnotherCustomer;
}

/** Who is calling: what they said of themselves, and the record that belongs to them. */
export function CustomerColumn({
  moment: { view, call, nowMs },
  customer,
  lookingOn,
  actions,
}: {
  moment: CallMoment;
  customer: CallCustomerState;
  lookingOn: boolean;
  actions?: CustomerActions | undefined;
}) {
  const { data } = customer;
  const choice = actions?.choice;
  const isChoosing = choice !== undefined && choice.part !== 'record';
  const isUnsure = (data?.candidates.length ?? 0) > 0;
  const card = useRef<HTMLElement>(null);
  useFocusBack(card, isChoosing || isUnsure);
  /** Linked by the agent now, the same record counts as theirs. */
  const confirm = () => void (data?.record && choice?.link.run(data.record.customerId));
  return (
    <CustomerInfoCard
      ref={card}
      tabIndex={-1}
      customerName={view.customerName}
      contact={view.contact}
      record={isChoosing || isUnsure ? undefined : data?.record}
      linkedBy={data?.linkedBy}
      verified={data?.linkedBy !== 'match'}
      onConfirm={data?.record && !lookingOn ? confirm : undefined}
      confirming={choice?.link.pending}
      status={isChoosing ? 'ready' : statusOf(customer)}
      onRetry={customer.retry}
      onChangeCustomer={isChoosing || isUnsure || !choice ? undefined : () => choice.show('find')}
      highlightedOrders={call.assist.mentionedOrders}
      facts={isChoosing ? [] : callFacts(view)}
      badge={<Badges view={view} customer={customer} />}
      nowMs={nowMs}
    >
      {choice ? (
        <CustomerChooser
          view={view}
          choice={choice}
          candidates={data?.candidates ?? []}
          isLinked={Boolean(data?.record)}
        />
      ) : null}
      {customer.connection === 'unreadable' && !isChoosing ? (
        <Notice className="record-notice" tone="warning" title="The record cannot be read now">
          {data ? 'What you see was read before.' : 'The call goes on.'} We try again every few
          seconds.
        </Notice>
      ) : null}
      {actions ? (
        <OrderOfAnotherCustomerNotice
          shown={actions.orderOfAnotherCustomer}
          link={actions.choice.link}
        />
      ) : null}
    </CustomerInfoCard>
  );
}

function statusOf({ data, connection }: CallCustomerState): 'loading' | 'ready' | 'error' {
  if (data) return 'ready';
  if (connection === 'unreadable') return 'ready';
  return ['offline', 'refused', 'replaced'].includes(connection) ? 'error' : 'loading';
}

function Badges({ view, customer }: { view: CallView; customer: CallCustomerState }) {
  return (
    <>
      {view.transcribed ? null : <Badge tone="warning">Not transcribed</Badge>}
      {customer.data && customer.connection === 'offline' ? (
        <Badge tone="warning" title="The server cannot be reached. We are trying again.">
          May be out of date
        </Badge>
      ) : null}
    </>
  );
}

function callFacts(view: CallView): CustomerFact[] {
  const transcription = { label: 'Transcription', value: view.transcribed ? 'Agreed' : 'Declined' };
  if (!view.answeredAt) return [transcription];
  const answeredAtMs = Date.parse(view.answeredAt);
  return [
    { label: 'Waited', value: formatClock(answeredAtMs - Date.parse(view.queuedAt)) },
    { label: 'Answered', value: <TimeOfDay atMs={answeredAtMs} /> },
    transcription,
  ];
}

function TimeOfDay({ atMs }: { atMs: number }) {
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString()}>
      {at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}

/** An agent who chose a customer by keyboard goes on from the card, not from the top of the page. */
function useFocusBack(card: RefObject<HTMLElement | null>, isChoosing: boolean): void {
  const wasChoosing = useRef(isChoosing);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasChoosing.current && !isChoosing && isLost) card.current?.focus();
    wasChoosing.current = isChoosing;
  }, [card, isChoosing]);
}
