'use client';
import type { CallView } from '@agent/protocol';
import { Badge, CustomerInfoCard, formatClock } from '@agent/ui';

/** Who is calling. Orders and tickets join here when there is a source for them. */
export function CustomerColumn({ view }: { view: CallView }) {
  const answeredAtMs = view.answeredAt ? Date.parse(view.answeredAt) : null;
  const queuedAtMs = Date.parse(view.queuedAt);
  const facts = [
    ...(answeredAtMs === null
      ? []
      : [
          { label: 'Waited', value: formatClock(answeredAtMs - queuedAtMs) },
          { label: 'Answered', value: <TimeOfDay atMs={answeredAtMs} /> },
        ]),
    { label: 'Transcription', value: view.transcribed ? 'Agreed' : 'Declined' },
  ];
  return (
    <CustomerInfoCard
      customerName={view.customerName}
      contact={view.contact}
      facts={facts}
      badge={view.transcribed ? null : <Badge tone="warning">Not transcribed</Badge>}
    />
  );
}

function TimeOfDay({ atMs }: { atMs: number }) {
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString()}>
      {at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}
