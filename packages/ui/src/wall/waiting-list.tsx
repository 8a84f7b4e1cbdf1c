'use client';
import { PhoneIncoming } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { formatClock } from '../format/clock.ts';
import { RunningTime } from './wall-clock.tsx';
import type { WallWaitingItem } from './wall-item.ts';
import { WallPanel } from './wall-panel.tsx';

/** Strings of a `WaitingList`. */
export interface WaitingListLabels {
  name: string;
  nobody: string;
  waited: (durationMs: number) => string;
  offered: string;
  queue: string;
  /** How many are not shown. */
  others: (count: number) => string;
}
/** English words of the line; `labels` replaces them one by one. */
export const defaultWaitingListLabels: WaitingListLabels = {
  name: 'Waiting',
  nobody: 'Nobody waits.',
  waited: formatClock,
  offered: 'Being offered',
  queue: 'Queue',
  others: (count) => `and ${count} more`,
};

/** Who waits, and how many of them there is room for. */
export interface WaitingListProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Longest first. */
  waiting: readonly WallWaitingItem[];
  /** So many are shown; the others are a number. Default 20. */
  limit?: number | undefined;
  /** Leave it out where there is one queue. Default true. */
  showQueue?: boolean | undefined;
  /** Whether this is what was so when news last came. */
  stale?: boolean | undefined;
  /** Replaces the clock: epoch milliseconds of the clock that the times are of. */
  nowMs?: number | undefined;
  /** Language of times on hover. Default: the browser's. */
  locale?: string | undefined;
  labels?: Partial<WaitingListLabels> | undefined;
}

/** Customers in the line, who has waited longest first. */
export const WaitingList = forwardRef<HTMLElement, WaitingListProps>(function WaitingList(
  { waiting, limit = 20, showQueue = true, stale = false, nowMs, locale, labels, ...rest },
  ref,
) {
  const text = { ...defaultWaitingListLabels, ...labels };
  const others = waiting.length - limit;
  return (
    <WallPanel
      {...rest}
      ref={ref}
      slot="waiting-list"
      heading={text.name}
      count={waiting.length}
      none={text.nobody}
      stale={stale}
      nowMs={nowMs}
    >
      <ol>
        {waiting.slice(0, limit).map((one) => (
          <li key={one.callId} data-slot="waiting-list-row">
            <bdi data-slot="waiting-list-name" title={one.customerName}>
              {one.customerName}
            </bdi>
            <RunningTime
              slot="wall-time"
              atMs={Date.parse(one.since)}
              words={text.waited}
              locale={locale}
            />
            <Where one={one} showQueue={showQueue} text={text} />
          </li>
        ))}
      </ol>
      {others > 0 ? <p data-slot="wall-none">{text.others(others)}</p> : null}
    </WallPanel>
  );
});

function Where({
  one,
  showQueue,
  text,
}: {
  one: WallWaitingItem;
  showQueue: boolean;
  text: WaitingListLabels;
}) {
  if (!showQueue && !one.isOffered) return null;
  return (
    <span data-slot="wall-detail">
      {showQueue ? (
        <>
          <span data-slot="visually-hidden">{text.queue} </span>
          <bdi>{one.queue.name}</bdi>
        </>
      ) : null}
      {one.isOffered ? (
        <span data-slot="waiting-list-offered">
          <PhoneIncoming aria-hidden="true" />
          {text.offered}
        </span>
      ) : null}
    </span>
  );
}
