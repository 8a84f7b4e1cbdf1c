'use client';
import type { Role, Session } from '@agent/protocol';
import { defaultWrapUpFormLabels, formatClock, RelativeTime } from '@agent/ui';
import { ArrowLeft, Star } from 'lucide-react';
import Link from 'next/link';

/** Who talked with whom, when, for how long, and how it turned out. */
export function ReplayHead({ session }: { session: Session; viewerRole: Role }) {
  const { customerName, agentName, answeredAt, queuedAt, talkMs, disposition, rating } = session;
  const facts = [
    talkMs === null ? 'not answered' : formatClock(talkMs),
    ...(agentName ? [agentName] : []),
    ...(disposition ? [defaultWrapUpFormLabels.dispositions[disposition]] : []),
  ];
  return (
    <div className="replay-who">
      <Link className="replay-back" href="/calls/history" title="All calls">
        <ArrowLeft aria-hidden="true" />
        <span className="visually-hidden">All calls</span>
      </Link>
      <h1 dir="auto">{customerName}</h1>
      <ul className="replay-facts" aria-label="About the call">
        <li>
          <RelativeTime at={answeredAt ?? queuedAt} />
        </li>
        {facts.map((fact) => (
          <li key={fact} dir="auto">
            {fact}
          </li>
        ))}
        {rating === null ? null : (
          <li>
            <Star aria-hidden="true" />
            <span aria-hidden="true">{rating}</span>
            <span className="visually-hidden">rated {rating} of 5</span>
          </li>
        )}
      </ul>
    </div>
  );
}
