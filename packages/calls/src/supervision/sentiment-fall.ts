import type { CallState } from '../call-state.ts';
import { type SentimentPoint, selectSentimentTrend } from '../sentiment-trend.ts';

/** The customer sounds upset where the smoothed line is below this… */
const UPSET_BELOW = -0.3;
/** …and so far below its best: somebody who never sounded better is no news. */
const UPSET_DROP = 0.4;
/** From here on up the customer has calmed down, and the next fall is another one. */
const CALM_FROM = -0.1;

/** A fall of the customer's sentiment that has not ended. */
export interface SentimentFall {
  /** `seq` of the first segment that went down with it. */
  seq: number;
  /** End of that segment, in milliseconds since the call was answered. */
  startMs: number;
}

/** How the customer sounded, and whether it sounds upset now. */
export interface Mood {
  points: readonly SentimentPoint[];
  fall: SentimentFall | null;
}

/** The sentiment line with the fall that goes on at its end; a fall keeps its beginning while it lasts. */
export function selectMood(state: Pick<CallState, 'segments' | 'assist'>): Mood {
  const points = selectSentimentTrend(state);
  let best = Number.NEGATIVE_INFINITY;
  let firstDown: SentimentPoint | undefined;
  let fallsFrom: SentimentPoint | undefined;
  for (const [index, point] of points.entries()) {
    const isDown = point.trend < (points[index - 1]?.trend ?? point.trend);
    firstDown = isDown ? (firstDown ?? point) : undefined;
    if (fallsFrom && point.trend >= CALM_FROM) {
      fallsFrom = undefined;
      best = point.trend;
    }
    best = Math.max(best, point.trend);
    const isUpset = point.trend < UPSET_BELOW && best - point.trend >= UPSET_DROP;
    if (isUpset) fallsFrom ??= firstDown;
  }
  return { points, fall: fallsFrom ? fallOf(state, fallsFrom) : null };
}

function fallOf(
  { segments }: Pick<CallState, 'segments'>,
  { segmentId, atMs }: SentimentPoint,
): SentimentFall | null {
  const segment = segments.find(({ id }) => id === segmentId);
  return segment ? { seq: segment.seq, startMs: atMs } : null;
}
