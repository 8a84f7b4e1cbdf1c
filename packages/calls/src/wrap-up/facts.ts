import { type SentimentLabel, sentimentLabel } from '@agent/protocol';
import type { CallState } from '../call-state.ts';
import { wrapUpLanguage } from '../language.ts';
import { selectSentimentTrend } from '../sentiment-trend.ts';
import type { WrapUpDraftLine } from './draft-line.ts';

const { facts } = wrapUpLanguage;

/** How the customer sounded, and the line that says so. */
export interface Mood {
  end: SentimentLabel;
  line: WrapUpDraftLine;
}

/** The orders of the directory that were named, each at its moment. */
export function orderLines({ assist, segments }: CallState): WrapUpDraftLine[] {
  return assist.mentionedOrders.map((orderNumber) => {
    const segmentId = assist.orderSegments.get(orderNumber) ?? null;
    const segment = segments.find(({ id }) => id === segmentId);
    return {
      id: `order:${orderNumber}`,
      kind: 'order',
      text: facts.order(orderNumber),
      atMs: segment?.startMs ?? null,
      speaker: null,
      segmentId: segment?.id ?? null,
    };
  });
}

/** The start is the mean of so many scores at most, the end where the smoothed line ends. */
const FIRST_SCORES = 3;

/** How the customer sounded from start to end; undefined when too little was said to tell. */
export function moodLine(state: CallState): Mood | undefined {
  const trend = selectSentimentTrend(state);
  const last = trend.at(-1);
  if (!last || trend.length < 2) return undefined;
  const first = trend.slice(0, Math.min(FIRST_SCORES, Math.ceil(trend.length / 2)));
  const start = sentimentLabel(first.reduce((sum, { score }) => sum + score, 0) / first.length);
  return {
    end: last.label,
    line: {
      id: 'mood',
      kind: 'mood',
      text: facts.mood(start, last.label),
      atMs: last.atMs,
      speaker: null,
      segmentId: last.segmentId,
    },
  };
}

/** How often and how long the customer was on hold; undefined when it was not. */
export function holdLine({ holds }: CallState): WrapUpDraftLine | undefined {
  return spansLine('hold', holds.filter(isOver), facts.holds);
}

/** How often and how long it waited for another agent; undefined when the first one stayed. */
export function waitLine({ waits }: CallState): WrapUpDraftLine | undefined {
  return spansLine('wait', waits.filter(isOver), facts.waits);
}

/** How often and how long somebody was not transcribed; undefined when all was. */
export function gapLine({ gaps }: CallState): WrapUpDraftLine | undefined {
  return spansLine('gap', gaps, facts.gaps);
}

interface Span {
  startMs: number;
  endMs: number;
}

function isOver<T extends { endMs: number | null }>(stretch: T): stretch is T & { endMs: number } {
  return stretch.endMs !== null;
}

function spansLine(
  kind: 'hold' | 'wait' | 'gap',
  spans: readonly Span[],
  words: (count: number, totalMs: number) => string,
): WrapUpDraftLine | undefined {
  const [first] = spans;
  if (!first) return undefined;
  const totalMs = spans.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - startMs), 0);
  const text = words(spans.length, totalMs);
  return { id: kind, kind, text, atMs: first.startMs, speaker: null, segmentId: null };
}
