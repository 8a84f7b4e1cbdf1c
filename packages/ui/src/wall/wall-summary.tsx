'use client';
import { clsx } from 'clsx';
import { CircleCheck, CloudOff, TriangleAlert } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Badge } from '../badge/badge.tsx';
import { formatClock } from '../format/clock.ts';
import { useNow } from '../react/use-now.ts';

/** Whether what is shown is so now: `stale` had no news for a while, `offline` has no connection. */
export type WallFreshness = 'loading' | 'live' | 'stale' | 'offline';

/** Strings of a `WallSummary`. */
export interface WallSummaryLabels {
  calls: (count: number) => string;
  needHelp: (count: number) => string;
  waiting: (count: number, longestMs: number | null) => string;
  agents: (available: number, onDuty: number) => string;
  loading: string;
  live: string;
  /** How long there was no news. */
  stale: (sinceMs: number) => string;
  offline: (sinceMs: number) => string;
}
/** English words of the line; `labels` replaces them one by one. */
export const defaultWallSummaryLabels: WallSummaryLabels = {
  calls: (count) => (count === 1 ? '1 call' : `${count} calls`),
  needHelp: (count) => (count === 1 ? '1 needs help' : `${count} need help`),
  waiting: (count, longestMs) =>
    longestMs === null ? 'Nobody waits' : `${count} waiting, longest ${formatClock(longestMs)}`,
  agents: (available, onDuty) =>
    onDuty === 0 ? 'No agent on duty' : `${available} of ${onDuty} agents available`,
  loading: 'Loading…',
  live: 'Live',
  stale: (sinceMs) => `No news for ${formatClock(sinceMs)}: this is how it was then`,
  offline: (sinceMs) => `Offline for ${formatClock(sinceMs)}: this is how it was then`,
};

/** The numbers of a wall, and whether they are so now. */
export interface WallSummaryProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {
  calls: number;
  needHelp: number;
  waiting: number;
  /** Since when who waits longest does; epoch milliseconds, null: nobody waits. */
  longestSinceMs: number | null;
  available: number;
  onDuty: number;
  freshness: WallFreshness;
  /** For how long there has been no news, in milliseconds. */
  silentMs?: number | undefined;
  /** Replaces the clock: epoch milliseconds of the clock that the times are of. */
  nowMs?: number | undefined;
  labels?: Partial<WallSummaryLabels> | undefined;
}

/** A wall in one line. */
export const WallSummary = forwardRef<HTMLParagraphElement, WallSummaryProps>(function WallSummary(
  {
    calls,
    needHelp,
    waiting,
    longestSinceMs,
    available,
    onDuty,
    freshness,
    silentMs = 0,
    nowMs,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultWallSummaryLabels, ...labels };
  const clockMs = useNow(1_000, nowMs);
  const longestMs = longestSinceMs === null ? null : clockMs - longestSinceMs;
  return (
    <p
      {...rest}
      ref={ref}
      className={clsx('aui-wall-summary', className)}
      data-slot="wall-summary"
      data-state={freshness}
    >
      {freshness === 'loading' ? null : (
        <>
          <span>{text.calls(calls)}</span>
          {needHelp > 0 ? <strong>{text.needHelp(needHelp)}</strong> : null}
          <span suppressHydrationWarning>{text.waiting(waiting, longestMs)}</span>
          <span>{text.agents(available, onDuty)}</span>
        </>
      )}
      <Freshness freshness={freshness} silentMs={silentMs} text={text} />
    </p>
  );
});

function Freshness({
  freshness,
  silentMs,
  text,
}: {
  freshness: WallFreshness;
  silentMs: number;
  text: WallSummaryLabels;
}) {
  switch (freshness) {
    case 'loading':
      return <Badge>{text.loading}</Badge>;
    case 'live':
      return (
        <Badge tone="success" icon={<CircleCheck />}>
          {text.live}
        </Badge>
      );
    case 'stale':
      return (
        <Badge tone="warning" icon={<TriangleAlert />}>
          {text.stale(silentMs)}
        </Badge>
      );
    case 'offline':
      return (
        <Badge tone="danger" icon={<CloudOff />}>
          {text.offline(silentMs)}
        </Badge>
      );
    default:
      return freshness satisfies never;
  }
}
