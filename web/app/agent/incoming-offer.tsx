'use client';
import type { AgentStreamState } from '@agent/protocol';
import { CustomerGlance, OfferCard } from '@agent/ui';
import { useState } from 'react';
import type { CallCustomerState } from '#client/customer-record/use-call-customer.ts';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';
import { useFirstOf } from '#client/desk/use-first-of.ts';

type Offer = NonNullable<AgentStreamState['offer']>;

/** The call on offer, over the desk. */
export function IncomingOffer({
  state,
  customer,
}: {
  state: AgentDeskState;
  customer: CallCustomerState;
}) {
  const offer = state.desk?.offer ?? null;
  const key = offer && `${offer.callId} ${offer.expiresAt}`;
  const first = useFirstOf(key, offer);
  const isOfSeveral = (state.desk?.queues.length ?? 0) > 1;
  if (!offer || !first.value) return null;
  return (
    <OpenOffer
      key={key}
      state={state}
      offer={first.value}
      queueName={isOfSeveral ? first.value.queue.name : null}
      receivedAtMs={first.atMs}
      customer={customer}
    />
  );
}

function OpenOffer({
  state,
  offer,
  queueName,
  receivedAtMs,
  customer,
}: {
  state: AgentDeskState;
  offer: Offer;
  /** Null where the agent takes calls of one queue. */
  queueName: string | null;
  receivedAtMs: number;
  customer: CallCustomerState;
}) {
  const { accept, decline } = state;
  const [chosen, setChosen] = useState<'accept' | 'decline' | undefined>();
  const choose = async (choice: 'accept' | 'decline') => {
    setChosen(choice);
    // It stays chosen after a success, until the stream takes the card away.
    const worked = await (choice === 'accept' ? accept : decline).run(offer.callId);
    if (!worked) setChosen(undefined);
  };
  return (
    <div className="offer-layer">
      <OfferCard
        customerName={offer.customerName}
        waitedMs={offer.waitedMs}
        remainingMs={offer.remainingMs}
        receivedAtMs={receivedAtMs}
        transcribed={offer.transcribed}
        pending={chosen}
        onAccept={() => void choose('accept')}
        onDecline={() => void choose('decline')}
      >
        {queueName === null ? null : (
          <p className="offer-queue">
            Queue: <bdi>{queueName}</bdi>
          </p>
        )}
        <div className="offer-customer">
          {offer.answeredBefore ? (
            <p>Talked with another agent, who had to leave. What was said comes with the call.</p>
          ) : null}
          <WhatIsKnown customer={customer} />
        </div>
      </OfferCard>
    </div>
  );
}

/** What comes too late for the offer is not missed: nothing waits for it, and its place is kept. */
function WhatIsKnown({ customer: { data, connection } }: { customer: CallCustomerState }) {
  if (!data) return connection === 'unreadable' ? <p>The record cannot be read now.</p> : null;
  if (data.record)
    return <CustomerGlance record={data.record} verified={data.linkedBy !== 'match'} />;
  const count = data.candidates.length;
  if (count === 0) return <p>No record of this customer.</p>;
  return <p>{count === 1 ? 'One record may fit.' : `${count} records may fit.`}</p>;
}
