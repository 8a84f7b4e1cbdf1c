'use client';
import type { Speaker } from '@agent/protocol';
import { clsx } from 'clsx';
import { ArrowDown, MessageSquare } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useMemo } from 'react';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { RetryNotice } from '../notice/retry-notice.tsx';
import type { PartClassNames } from '../react/part.ts';
import type { SentimentMarkLabels } from '../sentiment-mark/sentiment-mark.tsx';
import { Skeleton } from '../skeleton/skeleton.tsx';
import type { TranscriptItem, TranscriptSentiments } from './transcript-item.ts';
import {
  defaultSpeakerNames,
  defaultTranscriptLabels,
  type SpeakerNames,
  type TranscriptLabels,
} from './transcript-labels.ts';
import type { TranscriptPart } from './transcript-row.tsx';
import { type ShownMoment, TranscriptRows } from './transcript-rows.tsx';

/** Turns, messages and events oldest first, and how each is named, timed and marked. */
export interface TranscriptProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  items: readonly TranscriptItem[];
  /** Default `ready`. */
  status?: 'loading' | 'ready' | 'error' | undefined;
  names?: Partial<SpeakerNames> | undefined;
  /** Whose turns stand on the right. Default `agent`. */
  ownSide?: Speaker | undefined;
  /** When the call was answered (epoch milliseconds): gives each time its hour on hover. */
  answeredAtMs?: number | undefined;
  /** Language of that hour. Default: the browser's. */
  locale?: string | undefined;
  /** How the customer's segments sound: a mark beside each line. Absent: no marks. */
  sentiments?: TranscriptSentiments | undefined;
  sentimentLabels?: Partial<SentimentMarkLabels> | undefined;
  /** Leads there and marks the row that was said then; each new object leads there again. */
  shown?: ShownMoment | null | undefined;
  onRetry?: (() => void) | undefined;
  /** Stands in for the text shown before anything was said. */
  empty?: ReactNode;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<TranscriptPart> | undefined;
  labels?: Partial<TranscriptLabels> | undefined;
}

/** The conversation as it is spoken: turns of both sides, chat, gaps and holds, newest at the end. */
export const Transcript = forwardRef<HTMLElement, TranscriptProps>(function Transcript(
  {
    items,
    status = 'ready',
    names,
    ownSide = 'agent',
    answeredAtMs,
    locale,
    sentiments,
    sentimentLabels,
    shown,
    onRetry,
    empty,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = useMemo(() => ({ ...defaultTranscriptLabels, ...labels }), [labels]);
  const customer = names?.customer ?? defaultSpeakerNames.customer;
  const agent = names?.agent ?? defaultSpeakerNames.agent;
  const supervisor = names?.supervisor ?? defaultSpeakerNames.supervisor;
  const speakers = useMemo(() => ({ customer, agent, supervisor }), [customer, agent, supervisor]);
  const state = status === 'ready' && items.length === 0 ? 'empty' : status;
  return (
    <section
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-transcript', className)}
      data-slot="transcript"
      data-state={state}
      aria-busy={status === 'loading' || undefined}
    >
      {state === 'loading' ? <Loading label={text.loading} /> : null}
      {state === 'error' ? (
        <div data-slot="transcript-error">
          <RetryNotice text={text} onRetry={onRetry} />
        </div>
      ) : null}
      {state === 'empty'
        ? (empty ?? (
            <EmptyState
              icon={<MessageSquare />}
              title={text.emptyTitle}
              description={text.emptyDescription}
            />
          ))
        : null}
      {status === 'ready' ? (
        <TranscriptRows
          items={items}
          shown={shown}
          names={speakers}
          labels={text}
          ownSide={ownSide}
          answeredAtMs={answeredAtMs}
          locale={locale}
          sentiments={sentiments}
          sentimentLabels={sentimentLabels}
          classNames={classNames}
          jumpIcon={<ArrowDown />}
        />
      ) : null}
    </section>
  );
});

function Loading({ label }: { label: string }) {
  return (
    <div data-slot="transcript-loading" role="status" aria-label={label}>
      <div data-side="other">
        <Skeleton width="30%" height="10px" />
        <Skeleton lines={2} />
      </div>
      <div data-side="own">
        <Skeleton width="30%" height="10px" />
        <Skeleton lines={3} />
      </div>
      <div data-side="other">
        <Skeleton width="30%" height="10px" />
        <Skeleton lines={1} />
      </div>
    </div>
  );
}
