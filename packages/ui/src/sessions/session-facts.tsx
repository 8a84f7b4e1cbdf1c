import { CircleDot, CircleSlash, Hourglass, Star, Trash2, TriangleAlert } from 'lucide-react';
import { isoDuration } from '../format/clock.ts';
import { SentimentSpark } from './sentiment-spark.tsx';
import type { SessionItem, SessionSound } from './session-item.ts';
import type { SessionListLabels, SessionOutcome } from './session-list-labels.ts';

/** As many orders and topics are written out; the rest is a number. */
const SHOWN = 2;

/** What became of a call, in one line of words. Internal to the list. */
export function SessionFacts({
  session,
  showAgent,
  text,
}: {
  session: SessionItem;
  showAgent: boolean;
  text: SessionListLabels;
}) {
  const { agentName, talkMs, rating, sentiment } = session;
  const outcome = outcomeOf(session);
  return (
    <>
      {showAgent ? (
        <span data-slot="session-list-agent" data-state={agentName === null ? 'none' : 'known'}>
          {agentName === null ? null : <Hidden>{text.agent}</Hidden>}
          <bdi title={agentName ?? undefined}>{agentName ?? text.noAgent}</bdi>
        </span>
      ) : null}
      <span data-slot="session-list-duration" data-state={talkMs === null ? 'none' : 'known'}>
        {talkMs === null ? (
          <Hidden>{text.notTalked}</Hidden>
        ) : (
          <>
            <Hidden>{text.talked}</Hidden>
            <time dateTime={isoDuration(talkMs)}>{text.duration(talkMs)}</time>
          </>
        )}
      </span>
      <span data-slot="session-list-sentiment">
        {sentiment.end === null ? null : <SentimentSpark {...sentiment} labels={text.sentiment} />}
      </span>
      <span data-slot="session-list-outcome" data-outcome={outcome}>
        {session.outcome ? <bdi title={session.outcome.label}>{session.outcome.label}</bdi> : null}
        {outcome === 'chosen' ? null : text.outcomes[outcome]}
      </span>
      <Rated rating={rating} text={text} />
      <About session={session} text={text} />
      <Sound sound={session.sound} text={text} />
    </>
  );
}

function Rated({ rating, text }: { rating: number | null; text: SessionListLabels }) {
  if (rating === null) {
    return (
      <span data-slot="session-list-rating" data-state="none">
        <Hidden>{text.notRated}</Hidden>
      </span>
    );
  }
  return (
    <span data-slot="session-list-rating" data-state="given" title={text.rating(rating)}>
      <Star aria-hidden="true" />
      <span aria-hidden="true">{rating}</span>
      <Hidden>{text.rating(rating)}</Hidden>
    </span>
  );
}

function About({ session, text }: { session: SessionItem; text: SessionListLabels }) {
  const { orderNumbers, topics, queue } = session;
  const orders = orderNumbers.slice(0, SHOWN);
  const shown = topics.slice(0, Math.max(1, SHOWN - orders.length));
  const others = orderNumbers.length + topics.length - orders.length - shown.length;
  const all = [...(queue ? [queue.name] : []), ...orderNumbers, ...topics].join(' · ');
  return (
    <span data-slot="session-list-about" title={all || undefined}>
      {queue ? (
        <>
          <Hidden>{text.queue}</Hidden>
          <bdi data-slot="session-list-queue">{queue.name}</bdi>
        </>
      ) : null}
      {orders.length > 0 ? <Hidden>{text.orders}</Hidden> : null}
      {orders.map((order) => (
        <bdi key={order} data-slot="session-list-order">
          {order}
        </bdi>
      ))}
      {shown.length > 0 ? <Hidden>{text.topics}</Hidden> : null}
      {shown.map((topic) => (
        <bdi key={topic} data-slot="session-list-topic">
          {topic}
        </bdi>
      ))}
      {others > 0 ? <span data-slot="session-list-others">{text.others(others)}</span> : null}
    </span>
  );
}

function Sound({ sound, text }: { sound: SessionSound; text: SessionListLabels }) {
  const Icon = soundIcons[sound];
  return (
    <span data-slot="session-list-sound" data-sound={sound}>
      <Icon aria-hidden="true" />
      <span>{text.sound[sound]}</span>
    </span>
  );
}

/** Words for screen readers, with the space that keeps them apart from what follows. */
function Hidden({ children }: { children: string }) {
  return <span data-slot="visually-hidden">{children} </span>;
}

function outcomeOf({ status, outcome }: SessionItem): SessionOutcome | 'chosen' {
  if (outcome) return 'chosen';
  if (status === 'abandoned') return 'abandoned';
  return status === 'wrap-up' ? 'open' : 'none';
}

const soundIcons = {
  none: CircleSlash,
  recording: Hourglass,
  ready: CircleDot,
  lost: TriangleAlert,
  deleted: Trash2,
} satisfies Record<SessionSound, unknown>;
