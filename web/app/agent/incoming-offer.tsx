'use client';
import type { AgentStreamState } from '@agent/protocol';
import { OfferCard } from '@agent/ui';
import { useEffect, useState } from 'react';
import { ring } from '../../client/offer-sound.ts';
import { readPreference } from '../../client/preference.ts';
import { soundPreference } from '../../client/preferences.ts';
import type { AgentDeskState } from '../../client/use-agent-desk.ts';
import { useFirstOf } from '../../client/use-first-of.ts';

type Offer = NonNullable<AgentStreamState['offer']>;

/** The call on offer over the desk, in the tab's title and, where wanted, as a sound. */
export function IncomingOffer({ state }: { state: AgentDeskState }) {
  const offer = state.desk?.offer ?? null;
  const key = offer && `${offer.callId} ${offer.expiresAt}`;
  const first = useFirstOf(key, offer);
  useTitle(offer ? `${offer.customerName} is waiting` : null);
  useRinging(key);
  if (!offer || !first.value) return null;
  return <OpenOffer key={key} state={state} offer={first.value} receivedAtMs={first.atMs} />;
}

function OpenOffer({
  state,
  offer,
  receivedAtMs,
}: {
  state: AgentDeskState;
  offer: Offer;
  receivedAtMs: number;
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
      />
    </div>
  );
}

function useTitle(title: string | null): void {
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

function useRinging(key: string | null): void {
  useEffect(() => {
    if (!key || !readPreference(soundPreference)) return;
    const ringing = new AbortController();
    ring(ringing.signal);
    return () => ringing.abort();
  }, [key]);
}
