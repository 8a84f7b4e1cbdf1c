import type { AlertMetric } from './alert-metrics.ts';
import {
  type CallStretch,
  COMPARED_DAYS,
  type ComparedWindow,
  LEAST_WEEKS,
} from './call-stretch.ts';
import type { Strictness, Verdict } from './finding.ts';
import { judgeAbandonRate } from './judge-abandon-rate.ts';
import { judgeHandleTime } from './judge-handle-time.ts';
import { judgeMean, type WatchedMean, watchedRatings, watchedSentiment } from './judge-mean.ts';
import { judgeVolume } from './judge-volume.ts';

/** What a figure is judged by. */
export interface CallHistory {
  /** The windows, the shortest first. They are read one by one, until the calls of one suffice. */
  windows: Iterable<ComparedWindow>;
  /** Whole days that ratings and sentiment are compared with. */
  days: readonly CallStretch[];
}

/** With what hours are compared, and how strictly. */
export interface Judging {
  /** What is older is not what is normal now, or not on record. Milliseconds since 1970. */
  sinceMs: number;
  /** Whether a stretch was no usual one: it is neither judged nor compared with. */
  isLeftOut: (stretch: CallStretch) => boolean;
  strictness: Strictness;
}

/**
 * Whether a figure is out of line: that of the last hour, or of as many as it takes to have enough calls,
 * compared with the same local hours of the last eight weeks, or with the last 28 days.
 */
export function judge(
  metric: AlertMetric,
  { windows, days }: CallHistory,
  { sinceMs, isLeftOut, strictness }: Judging,
): Verdict {
  const isUsual = (stretch: CallStretch) => stretch.startsAtMs >= sinceMs && !isLeftOut(stretch);
  const mean = watchedMeans[metric];
  const usualDays = mean ? days.filter(isUsual) : [];
  for (const window of windows) {
    const { latest } = window;
    if (isLeftOut(latest)) return { state: 'left-out' };
    const weeks = window.weeks.filter(isUsual);
    // A day that was left out does not take a week away from what is compared by days.
    const known =
      usualDays.length >= LEAST_DAYS
        ? window.weeks.filter(({ startsAtMs }) => startsAtMs >= sinceMs).length
        : weeks.length;
    if (known < LEAST_WEEKS) return { state: 'learning', weeks: known };
    const verdict = mean
      ? judgeMean(mean, { latest, days: usualDays }, strictness)
      : judgements[metric]?.({ ...window, weeks }, strictness);
    if (verdict) return verdict;
  }
  return { state: 'too-few' };
}

/** Of the days that means are compared with so many have to be left. */
const LEAST_DAYS = COMPARED_DAYS / 2;

/** Gives no verdict when the calls do not suffice. */
type Judgement = (window: ComparedWindow, strictness: Strictness) => Verdict | undefined;

const judgements: Partial<Record<AlertMetric, Judgement>> = {
  offered: judgeVolume,
  'handle-time': judgeHandleTime,
  'abandon-rate': judgeAbandonRate,
};

const watchedMeans: Partial<Record<AlertMetric, WatchedMean>> = {
  csat: watchedRatings,
  sentiment: watchedSentiment,
};
