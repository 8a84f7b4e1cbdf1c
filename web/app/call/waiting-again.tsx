'use client';
import type { CallView, CustomerStreamState } from '@agent/protocol';
import { defaultQueuePositionLabels, Notice, Timer } from '@agent/ui';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { useLine } from '#client/customer-flow/use-line.ts';
import { LineNotices } from './line-notices.tsx';

/** In the middle of a call whose agent had to leave: what happens now, and how long it has taken so far. */
export function WaitingAgain({
  flow,
  view,
  sinceMs,
}: {
  flow: CustomerFlow;
  view: CallView;
  /** In milliseconds since 1970. */
  sinceMs: number;
}) {
  const { place, connection, takeBack } = useLine(flow, view.callId);
  return (
    <>
      <LineNotices connection={connection} takeBack={takeBack} />
      <Notice tone="info" title="Your agent had to leave">
        {placeWords(place)} What was said is kept, and nobody hears you until then.{' '}
        {place?.agentsOnline === 0 ? `${defaultQueuePositionLabels.nobodyOnline} ` : null}
        <span className="call-waited">
          Waiting <Timer sinceMs={sinceMs} />
        </span>
      </Notice>
    </>
  );
}

function placeWords(place: CustomerStreamState | null): string {
  if (!place) return 'You wait for another agent.';
  if (place.position === null) return 'Another agent is being called to you.';
  if (place.position === 1) return 'You are next in line.';
  return `You are number ${place.position} in line.`;
}
