'use client';
import { clsx } from 'clsx';
import { MessageSquare } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useMemo } from 'react';
import { EmptyState } from '../../empty-state/empty-state.tsx';
import { RetryNotice } from '../../notice/retry-notice.tsx';
import { Skeleton } from '../../skeleton/skeleton.tsx';
import { LineSearch } from './line-search.tsx';
import { findLines, lineAt, type ReplayLine } from './replay-line.ts';
import {
  defaultReplayTranscriptLabels,
  type ReplayTranscriptLabels,
} from './replay-transcript-labels.ts';
import { TranscriptLines } from './transcript-lines.tsx';

/** What was said in a call, and where its replay is. Times are milliseconds since its beginning. */
export interface ReplayTranscriptProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** By their beginning. */
  lines: readonly ReplayLine[];
  positionMs: number;
  onSeek: (positionMs: number) => void;
  /** What is looked for in the call. */
  query: string;
  onQueryChange: (query: string) => void;
  /** Default `ready`. */
  status?: 'loading' | 'ready' | 'error' | undefined;
  onRetry?: (() => void) | undefined;
  /** Stands in for the text shown where nothing was written down. */
  empty?: ReactNode;
  labels?: Partial<ReplayTranscriptLabels> | undefined;
}

/**
 * The whole transcript of a call. The line at the playhead is marked and kept in view until the reader
 * scrolls; each line leads to its moment.
 */
export const ReplayTranscript = forwardRef<HTMLElement, ReplayTranscriptProps>(
  function ReplayTranscript(
    {
      lines,
      positionMs,
      onSeek,
      query,
      onQueryChange,
      status = 'ready',
      onRetry,
      empty,
      labels,
      className,
      ...rest
    },
    ref,
  ) {
    const text = useMemo(() => ({ ...defaultReplayTranscriptLabels, ...labels }), [labels]);
    const hits = useMemo(() => findLines(lines, query), [lines, query]);
    const current = lineAt(lines, positionMs);
    const state = status === 'ready' && lines.length === 0 ? 'empty' : status;
    return (
      <section
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-replay-transcript', className)}
        data-slot="replay-transcript"
        data-state={state}
        aria-busy={status === 'loading' || undefined}
      >
        {state === 'ready' ? (
          <>
            <LineSearch
              query={query}
              onQueryChange={onQueryChange}
              hits={hits}
              lines={lines}
              current={current}
              onSeek={onSeek}
              labels={text}
            />
            <TranscriptLines
              lines={lines}
              current={current}
              query={query}
              onSeek={onSeek}
              labels={text}
            />
          </>
        ) : null}
        {state === 'loading' ? (
          <div data-slot="replay-transcript-loading" role="status" aria-label={text.loading}>
            <Skeleton lines={2} />
            <Skeleton lines={3} />
            <Skeleton lines={2} />
          </div>
        ) : null}
        {state === 'error' ? (
          <div data-slot="replay-transcript-error">
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
      </section>
    );
  },
);
