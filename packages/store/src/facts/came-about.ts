import type { MetricId } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';

/** Whether what a figure tells of a call `f` had come about before a moment; others are told from the queueing on. */
export function cameAbout(db: Queryable, metric: MetricId, at: Fragment): Fragment {
  switch (metric) {
    case 'handle-time':
      return db`f.closed_at < ${at}`;
    case 'abandon-rate':
      return db`(f.answered_at < ${at} or f.outcome = 'abandoned' and f.ended_at < ${at})`;
    case 'csat':
    case 'sentiment':
      return db`f.ended_at < ${at}`;
    default:
      return db`true`;
  }
}
