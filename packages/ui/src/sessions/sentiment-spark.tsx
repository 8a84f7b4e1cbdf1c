import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { type SentimentCourse, sentimentCourse, toneOf } from './sentiment-course.ts';
import type { SessionSentiment } from './session-item.ts';

/** Strings of a `SentimentSpark`. */
export interface SentimentSparkLabels {
  course: Record<SentimentCourse, string>;
  /** What the words are about, for screen readers. */
  name: string;
}
/** English words for how a customer sounded; `labels` replaces them one by one. */
export const defaultSentimentSparkLabels: SentimentSparkLabels = {
  name: 'Customer',
  course: {
    unknown: 'not known',
    'upset-throughout': 'upset throughout',
    'ends-upset': 'ends upset',
    'calms-down': 'calms down',
    'calm-throughout': 'calm throughout',
    'ends-calm': 'ends calm',
    'turns-around': 'turns around',
    'ends-pleased': 'ends pleased',
    'pleased-throughout': 'pleased throughout',
  },
};

/** Scores of −1…1 at the start, at the end and between. */
export interface SentimentSparkProps
  extends Omit<ComponentPropsWithoutRef<'span'>, 'children'>,
    SessionSentiment {
  labels?: Partial<SentimentSparkLabels> | undefined;
}

/** Units of the drawing, which are its pixels. */
const WIDTH = 56;
const HEIGHT = 20;
/** Half of the dot at the end. */
const EDGE = 3;

/** How the customer sounded over a call in the space of a word: a small line, and the word. */
export const SentimentSpark = forwardRef<HTMLSpanElement, SentimentSparkProps>(
  function SentimentSpark({ start, end, trend, labels, className, ...rest }, ref) {
    const text = { ...defaultSentimentSparkLabels, ...labels };
    const course = sentimentCourse(start, end);
    return (
      <span
        {...rest}
        ref={ref}
        className={clsx('aui-sentiment-spark', className)}
        data-slot="sentiment-spark"
        data-state={course}
      >
        {course === 'unknown' ? null : <Line scores={[start, ...trend, end]} />}
        <span data-slot="visually-hidden">{text.name} </span>
        <span data-slot="sentiment-spark-words">{text.course[course]}</span>
      </span>
    );
  },
);

function Line({ scores }: { scores: readonly (number | null)[] }) {
  const known = scores.filter((score) => score !== null);
  const points = known.map((score, index) => [x(index, known.length), y(score)] as const);
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return (
    <svg aria-hidden="true" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <line data-part="zero" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <polyline data-part="trend" points={points.map((point) => point.join(',')).join(' ')} />
      <circle
        data-part="end"
        data-tone={toneOf(known.at(-1) ?? null)}
        cx={lastX}
        cy={lastY}
        r={EDGE}
      />
    </svg>
  );
}

function x(index: number, count: number): number {
  const share = count < 2 ? 1 : index / (count - 1);
  return round(1 + share * (WIDTH - EDGE - 1));
}

function y(score: number): number {
  const share = (1 - Math.max(-1, Math.min(1, score))) / 2;
  return round(EDGE + share * (HEIGHT - 2 * EDGE));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
