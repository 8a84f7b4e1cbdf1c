'use client';
import type { Session } from '@agent/protocol';
import { formatClock, RelativeTime } from '@agent/ui';
import { Star } from 'lucide-react';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';

/** Who called, when, for how long, with whom, and how it turned out. */
export function ReplayAbout({ session }: { session: Session }) {
  const { customerName, agentName, answeredAt, queuedAt, talkMs, outcome, rating } = session;
  const { queues } = useSessionChoices();
  const facts = [
    talkMs === null ? 'not answered' : formatClock(talkMs),
    ...(agentName ? [agentName] : []),
    ...(queues ? [session.queue.name] : []),
    ...(outcome ? [outcome.label] : []),
  ];
  return (
    <>
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
    </>
  );
}
