'use client';
import type { CallView, CustomerStreamState } from '@agent/protocol';
import { defaultQueuePositionLabels, Notice } from '@agent/ui';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { useLine } from '#client/customer-flow/use-line.ts';
import { LineNotices } from './line-notices.tsx';

/** In the middle of a call whose agent had to leave: what happens now. */
export function WaitingAgain({ flow, view }: { flow: CustomerFlow; view: CallView }) {
  const { place, connection, takeBack } = useLine(flow, view.callId);
  return (
    <>
      <LineNotices connection={connection} takeBack={takeBack} />
      <Notice tone="info" title="Your agent had to leave">
        <p>
          {placeWords(place)}; what was said is kept. Nobody hears you until another agent is there.
        </p>
        {place?.agentsOnline === 0 ? <p>{defaultQueuePositionLabels.nobodyOnline}</p> : null}
      </Notice>
    </>
  );
}

function placeWords(place: CustomerStreamState | null): string {
  if (!place) return 'You wait for another agent';
  if (place.position === null) return 'Another agent is being called to you';
  if (place.position === 1) return 'You are next in line';
  return `You are number ${place.position} in line`;
}
