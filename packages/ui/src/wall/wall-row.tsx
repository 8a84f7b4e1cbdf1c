import { Headphones, Pause } from 'lucide-react';
import { memo } from 'react';
import { part } from '../react/part.ts';
import { SentimentSpark } from '../sessions/sentiment-spark.tsx';
import { WallAlert } from './wall-alert.tsx';
import { RunningTime } from './wall-clock.tsx';
import { listenLink, type WallContext } from './wall-context.ts';
import type { WallCallItem } from './wall-item.ts';

/** One call: why it stands out, then who talks, how it sounds and what was said last. Internal to the wall. */
export const WallRow = memo(function WallRow({
  call,
  isOver,
  context,
}: {
  call: WallCallItem;
  isOver: boolean;
  context: WallContext;
}) {
  const { text, classNames } = context;
  return (
    <li
      {...part('call-wall-row', classNames)}
      data-state={isOver ? 'over' : 'live'}
      data-call-id={call.callId}
    >
      {call.alerts.length > 0 ? (
        <ul data-slot="call-wall-alerts">
          {call.alerts.map((alert) => (
            <WallAlert
              key={alert.incident}
              callId={call.callId}
              alert={alert}
              isOver={isOver}
              context={context}
            />
          ))}
        </ul>
      ) : null}
      <div data-slot="call-wall-line">
        <Who call={call} context={context} />
        <Mood sentiment={call.sentiment} context={context} />
        <span data-slot="call-wall-rest">
          <LastWords call={call} context={context} />
          <Listeners call={call} context={context} />
        </span>
        {isOver ? (
          <span data-slot="call-wall-over">{text.over}</span>
        ) : (
          <ListenLink call={call} context={context} />
        )}
      </div>
    </li>
  );
});

interface PartProps {
  call: WallCallItem;
  context: WallContext;
}

function Who({ call, context }: PartProps) {
  const { text, locale, showQueue } = context;
  const { agent, customerName, queue, heldSince } = call;
  return (
    <span data-slot="call-wall-who">
      <span data-slot="call-wall-names">
        <bdi data-slot="call-wall-agent" data-state={agent ? 'known' : 'none'}>
          {agent?.name ?? text.noAgent}
        </bdi>
        <span data-slot="visually-hidden">{text.with}</span>
        <span data-slot="call-wall-arrow" aria-hidden="true" />
        <bdi data-slot="call-wall-customer">{customerName}</bdi>
      </span>
      <span data-slot="call-wall-facts">
        <RunningTime
          slot="call-wall-time"
          atMs={Date.parse(call.answeredAt)}
          words={text.talked}
          locale={locale}
        />
        {showQueue ? (
          <span data-slot="call-wall-queue">
            <span data-slot="visually-hidden">{text.queue} </span>
            <bdi>{queue.name}</bdi>
          </span>
        ) : null}
        {heldSince && !call.alerts.some(({ kind }) => kind === 'hold') ? (
          <span data-slot="call-wall-held">
            <Pause aria-hidden="true" />
            <RunningTime
              slot="call-wall-time"
              atMs={Date.parse(heldSince)}
              words={text.held}
              locale={locale}
            />
          </span>
        ) : null}
      </span>
    </span>
  );
}

function Mood({ sentiment, context }: { sentiment: readonly number[]; context: WallContext }) {
  const end = sentiment.at(-1) ?? null;
  return (
    <span data-slot="call-wall-mood">
      {end === null ? null : (
        <SentimentSpark
          start={sentiment[0] ?? null}
          end={end}
          trend={sentiment.slice(1, -1)}
          labels={context.text.sentiment}
        />
      )}
    </span>
  );
}

function LastWords({ call: { lastWords, transcribed }, context: { text } }: PartProps) {
  if (!transcribed) {
    return (
      <span data-slot="call-wall-said" data-state="none">
        {text.notTranscribed}
      </span>
    );
  }
  return (
    <span data-slot="call-wall-said" data-state={lastWords ? 'said' : 'nothing'}>
      {lastWords ? (
        <>
          <span data-slot="call-wall-speaker">{text.speakers[lastWords.speaker]}</span>{' '}
          <q dir="auto" title={lastWords.text}>
            {lastWords.text}
          </q>
        </>
      ) : null}
    </span>
  );
}

function Listeners({ call: { listeners }, context: { text } }: PartProps) {
  if (listeners.length === 0) return null;
  const words = listeners.map(({ name, joined }) => (joined ? text.joined : text.listens)(name));
  return (
    <span data-slot="call-wall-listeners" title={words.join('\n')}>
      <Headphones aria-hidden="true" />
      <span>{words.join(', ')}</span>
    </span>
  );
}

function ListenLink({ call, context }: PartProps) {
  const { text } = context;
  return (
    <a
      className="aui-button"
      data-slot="call-wall-listen"
      data-variant="secondary"
      data-size="sm"
      {...listenLink(context, call.callId)}
    >
      <Headphones aria-hidden="true" />
      {text.listen}{' '}
      <span data-slot="visually-hidden">
        {text.listenTo(call.agent?.name ?? text.noAgent, call.customerName)}
      </span>
    </a>
  );
}
