import type { Speaker } from '@agent/protocol';
import { Headset, LifeBuoy, MessageSquare, Pause, Unplug, User } from 'lucide-react';
import { memo } from 'react';
import { isoDuration } from '../format/clock.ts';
import { LocalTime } from '../react/local-time.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import {
  SentimentMark,
  type SentimentMarkLabels,
  type SentimentValue,
} from '../sentiment-mark/sentiment-mark.tsx';
import { CorrectedText } from './corrected-text.tsx';
import { speakerName } from './speaker-name.ts';
import type {
  TranscriptChat,
  TranscriptCoach,
  TranscriptGap,
  TranscriptHold,
  TranscriptItem,
  TranscriptRecordingPause,
  TranscriptSegment,
  TranscriptSentiments,
  TranscriptSupervision,
  TranscriptTurn,
  TranscriptWait,
} from './transcript-item.ts';
import type { SpeakerNames, TranscriptLabels } from './transcript-labels.ts';

/** Parts of a `Transcript` that can be given a class. */
export type TranscriptPart =
  | 'transcript-turn'
  | 'transcript-head'
  | 'transcript-text'
  | 'transcript-segment'
  | 'transcript-tail'
  | 'transcript-chat'
  | 'transcript-gap'
  | 'transcript-hold'
  | 'transcript-supervision'
  | 'transcript-jump';

/** What all rows of a transcript share. */
export interface RowContext {
  names: SpeakerNames;
  labels: TranscriptLabels;
  /** Whose turns stand on the right (the end side). */
  ownSide: Speaker;
  /** Epoch milliseconds of the answer, for the exact time on hover. */
  answeredAtMs: number | undefined;
  /** Language of that time; absent: the browser's. */
  locale: string | undefined;
  /** How the customer's segments sound; absent where nobody is to see it. */
  sentiments: TranscriptSentiments | undefined;
  sentimentLabels: Partial<SentimentMarkLabels> | undefined;
  classNames: PartClassNames<TranscriptPart> | undefined;
}

/** Props of a row. */
export type TranscriptRowProps = RowContext & { item: TranscriptItem };

/** One item of a transcript. Rendered again only when its item or a sentiment of it changes. */
export const TranscriptRow = memo(function TranscriptRow({ item, ...context }: TranscriptRowProps) {
  switch (item.kind) {
    case 'turn':
      return <Turn turn={item} {...context} />;
    case 'chat':
      return <Chat chat={item} {...context} />;
    case 'gap':
      return <Gap gap={item} {...context} />;
    case 'hold':
    case 'wait':
    case 'recording-pause':
      return <Stretch stretch={item} {...context} />;
    case 'coach':
      return <Coach message={item} {...context} />;
    case 'supervision':
      return <Supervision done={item} {...context} />;
    default:
      return item satisfies never;
  }
}, areSameRow);

/** Whether two renders look the same: of all sentiments only those of this row count. */
function areSameRow(before: TranscriptRowProps, after: TranscriptRowProps): boolean {
  const { sentiments: old, ...others } = before;
  const keys = Object.keys(others) as (keyof typeof others)[];
  if (keys.some((key) => before[key] !== after[key])) return false;
  if (old === after.sentiments || after.item.kind !== 'turn') return true;
  if (!old !== !after.sentiments) return false;
  return after.item.segments.every(({ id }) => old?.get(id) === after.sentiments?.get(id));
}

function Turn({ turn, ...context }: RowContext & { turn: TranscriptTurn }) {
  const { ownSide, sentimentLabels, classNames } = context;
  const sentiments = turn.speaker === 'customer' ? context.sentiments : undefined;
  return (
    <article
      {...part('transcript-turn', classNames)}
      data-speaker={turn.speaker}
      data-side={turn.speaker === ownSide ? 'own' : 'other'}
    >
      <Head
        speaker={turn.speaker}
        name={speakerName(turn, context.names, context.labels)}
        atMs={turn.startMs}
        {...context}
      />
      <p
        {...part('transcript-text', classNames)}
        dir="auto"
        data-lines={sentiments ? 'marked' : undefined}
      >
        {turn.segments.map((segment) => (
          <Segment
            key={segment.id}
            segment={segment}
            sentiment={sentiments?.get(segment.id)}
            labels={sentimentLabels}
            heard={context.labels.heard}
            classNames={classNames}
          />
        ))}
      </p>
    </article>
  );
}

function Segment({
  segment,
  sentiment,
  labels,
  heard,
  classNames,
}: {
  segment: TranscriptSegment;
  sentiment: SentimentValue | undefined;
  labels: Partial<SentimentMarkLabels> | undefined;
  heard: TranscriptLabels['heard'];
  classNames: RowContext['classNames'];
}) {
  const { text, state, corrections } = segment;
  const [firm, tail] = typeof text === 'string' ? [text, ''] : [text.stable, text.tail];
  return (
    <span
      {...part('transcript-segment', classNames)}
      data-segment-id={segment.id}
      data-state={state}
    >
      {corrections?.[0] ? (
        <CorrectedText text={firm} corrections={corrections} heard={heard} />
      ) : (
        firm
      )}
      {tail ? <span {...part('transcript-tail', classNames)}>{tail}</span> : null}{' '}
      {sentiment ? (
        <SentimentMark
          label={sentiment.label}
          score={sentiment.score}
          confidence={sentiment.confidence}
          labels={labels}
        />
      ) : null}
    </span>
  );
}

function Chat({ chat, ...context }: RowContext & { chat: TranscriptChat }) {
  const { classNames } = context;
  return (
    <article
      {...part('transcript-chat', classNames)}
      data-speaker={chat.from}
      data-side={chat.from === context.ownSide ? 'own' : 'other'}
    >
      <Head
        speaker={chat.from}
        name={chat.agentName ?? context.names[chat.from]}
        atMs={chat.atMs}
        kind={context.labels.chat}
        {...context}
      />
      <p {...part('transcript-text', classNames)} dir="auto">
        {chat.text}
      </p>
    </article>
  );
}

/** It stands where the agent's own words do: nobody else sees it. */
function Coach({ message, ...context }: RowContext & { message: TranscriptCoach }) {
  const { labels, classNames } = context;
  return (
    <article
      {...part('transcript-chat', classNames)}
      data-speaker="supervisor"
      data-side={context.ownSide === 'agent' ? 'own' : 'other'}
    >
      <Head
        speaker="supervisor"
        name={labels.supervisor(message.from)}
        atMs={message.atMs}
        kind={labels.coach}
        {...context}
      />
      <p {...part('transcript-text', classNames)} dir="auto">
        {message.text}
      </p>
    </article>
  );
}

function Supervision({ done, labels, classNames }: RowContext & { done: TranscriptSupervision }) {
  return (
    <p {...part('transcript-supervision', classNames)} data-state={done.act}>
      <LifeBuoy aria-hidden="true" />
      <span dir="auto">{labels.supervision(done)}</span>
    </p>
  );
}

function Head({
  speaker,
  name,
  atMs,
  kind,
  labels,
  answeredAtMs,
  locale,
  classNames,
}: RowContext & {
  speaker: Speaker;
  name: string;
  atMs: number;
  kind?: string;
}) {
  const Icon = kind ? MessageSquare : speaker === 'agent' ? Headset : User;
  return (
    <header {...part('transcript-head', classNames)}>
      <Icon aria-hidden="true" />
      <span data-slot="transcript-name">{name}</span>
      {kind ? <span data-slot="transcript-kind">{kind}</span> : null}
      <LocalTime
        dateTime={isoDuration(atMs)}
        exactMs={answeredAtMs === undefined ? undefined : answeredAtMs + atMs}
        locale={locale}
      >
        {labels.time(atMs)}
      </LocalTime>
    </header>
  );
}

function Gap({ gap, names, labels, classNames }: RowContext & { gap: TranscriptGap }) {
  const name = speakerName(gap, names, labels);
  const words = labels.gap(name, gap.endMs - gap.startMs, gap.reason);
  return (
    <p {...part('transcript-gap', classNames)} data-speaker={gap.speaker}>
      <Unplug aria-hidden="true" />
      <span dir="auto">{words}</span>
    </p>
  );
}

function Stretch({
  stretch: { kind, startMs, endMs },
  labels,
  classNames,
}: RowContext & { stretch: TranscriptHold | TranscriptWait | TranscriptRecordingPause }) {
  const [lasting, over] = stretchWords(kind, labels);
  return (
    <p {...part('transcript-hold', classNames)} data-state={endMs === null ? 'held' : 'ended'}>
      <Pause aria-hidden="true" />
      <span dir="auto">{endMs === null ? lasting : over(endMs - startMs)}</span>
    </p>
  );
}

/** What is said of a stretch while it lasts, and once it is over. */
function stretchWords(
  kind: (TranscriptHold | TranscriptWait | TranscriptRecordingPause)['kind'],
  labels: TranscriptLabels,
): [lasting: string, over: (durationMs: number) => string] {
  if (kind === 'hold') return [labels.held, labels.hold];
  if (kind === 'wait') return [labels.waiting, labels.waited];
  return [labels.recordingPaused, labels.recordingPause];
}
