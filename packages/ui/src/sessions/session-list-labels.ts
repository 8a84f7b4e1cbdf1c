import { formatClock } from '../format/clock.ts';
import { defaultSentimentSparkLabels, type SentimentSparkLabels } from './sentiment-spark.tsx';
import type { SessionHitPlace, SessionSound } from './session-item.ts';

/** A call without an outcome; `open`: its agent has not said yet, `none`: nobody said. */
export type SessionOutcome = 'abandoned' | 'open' | 'none';

/** Where and how a date is written. */
export interface DateWords {
  locale: string;
  /** Default: that of this machine. */
  timeZone: string | undefined;
  /** Whether it is of another year than now. */
  withYear: boolean;
}

/** Strings of a `SessionList`. */
export interface SessionListLabels {
  /** Names the list. */
  name: string;
  loading: string;
  today: string;
  yesterday: string;
  /** Any other day; epoch milliseconds. */
  date: (atMs: number, words: DateWords) => string;
  /** The hour at which a call began; epoch milliseconds. */
  time: (atMs: number, timeZone: string | undefined) => string;
  /** Before the name of the agent, for screen readers. */
  agent: string;
  noAgent: string;
  /** Before how long they talked, for screen readers. */
  talked: string;
  duration: (durationMs: number) => string;
  notTalked: string;
  sentiment: SentimentSparkLabels;
  outcomes: Record<SessionOutcome, string>;
  rating: (rating: number) => string;
  notRated: string;
  /** Before the name of the queue, for screen readers. */
  queue: string;
  /** Before the orders that were named, for screen readers. */
  orders: string;
  /** Before what the call was about, for screen readers. */
  topics: string;
  /** How many orders and topics are not shown. */
  others: (count: number) => string;
  sound: Record<SessionSound, string>;
  /** Names the lines in which something was found. */
  hits: string;
  places: Record<SessionHitPlace, string>;
  /** When a line was said; milliseconds since the call was answered. */
  at: (atMs: number) => string;
  more: string;
  loadingMore: string;
  moreFailed: string;
  failed: string;
  offline: string;
  retry: string;
}

/** English words of the list; `labels` replaces them one by one. */
export const defaultSessionListLabels: SessionListLabels = {
  name: 'Calls',
  loading: 'Loading calls…',
  today: 'Today',
  yesterday: 'Yesterday',
  date: (atMs, { locale, timeZone, withYear }) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(withYear && { year: 'numeric' }),
      timeZone,
    }).format(atMs),
  time: (atMs, timeZone) =>
    new Intl.DateTimeFormat('en', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(atMs),
  agent: 'with',
  noAgent: 'No agent',
  talked: 'talked for',
  duration: formatClock,
  notTalked: 'Not answered',
  sentiment: defaultSentimentSparkLabels,
  outcomes: {
    abandoned: 'Gave up waiting',
    open: 'In wrap-up',
    none: 'No outcome',
  },
  rating: (rating) => `Rated ${rating} of 5`,
  notRated: 'Not rated',
  queue: 'Queue',
  orders: 'Orders',
  topics: 'About',
  others: (count) => `+${count}`,
  sound: {
    none: 'Not recorded',
    recording: 'Saving sound',
    ready: 'Recorded',
    lost: 'Sound lost',
    deleted: 'Sound deleted',
  },
  hits: 'Found in',
  places: {
    customer: 'Customer',
    agent: 'Agent',
    supervisor: 'Supervisor',
    chat: 'Chat',
    notes: 'Notes',
  },
  at: formatClock,
  more: 'Load more calls',
  loadingMore: 'Loading…',
  moreFailed: 'More calls could not be loaded.',
  failed: 'The calls could not be loaded',
  offline: 'You are offline. The list goes on as soon as you are back.',
  retry: 'Try again',
};
