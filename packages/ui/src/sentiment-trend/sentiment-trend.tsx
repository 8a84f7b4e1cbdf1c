'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import {
  type SentimentLabel,
  SentimentMark,
  type SentimentMarkLabels,
} from '../sentiment-mark/sentiment-mark.tsx';
import { SentimentChart } from './sentiment-chart.tsx';
import { SentimentTable } from './sentiment-table.tsx';
import {
  defaultSentimentTrendLabels,
  type SentimentTrendLabels,
} from './sentiment-trend-labels.ts';
import { trendDirection } from './trend-direction.ts';

/** One scored segment; `trend` is the smoothed score. Scores are −1…1. */
export interface SentimentTrendPoint {
  segmentId: string;
  /** Milliseconds since the call was answered. */
  atMs: number;
  score: number;
  trend: number;
  label: SentimentLabel;
}

/** `chart` with its axis, 112 px high; `strip` in one line of 32 px. */
export type SentimentTrendVariant = 'chart' | 'strip';

/** Parts of a `SentimentTrend` that can be given a class. */
export type SentimentTrendPart = 'sentiment-trend-head' | 'sentiment-trend-now' | 'sentiment-chart';

/** Scored segments oldest first; below `alertBelow` (−1…1) a point is marked. */
export interface SentimentTrendProps extends Omit<ComponentPropsWithoutRef<'figure'>, 'children'> {
  /** Oldest first. */
  points: readonly SentimentTrendPoint[];
  /** Below this the agent is alerted; drawn as a line. Default −0.5, `null` for none. */
  alertBelow?: number | null | undefined;
  /** Default `chart`. */
  variant?: SentimentTrendVariant | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<SentimentTrendPart> | undefined;
  labels?: Partial<SentimentTrendLabels> | undefined;
  markLabels?: Partial<SentimentMarkLabels> | undefined;
}

/** How the customer's sentiment goes over the call: a line from −1 to 1, in words, and as a table. */
export const SentimentTrend = forwardRef<HTMLElement, SentimentTrendProps>(function SentimentTrend(
  {
    points,
    alertBelow = -0.5,
    variant = 'chart',
    classNames,
    labels,
    markLabels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultSentimentTrendLabels, ...labels };
  const id = useId();
  const last = points.at(-1);
  const direction = trendDirection(points);
  return (
    <figure
      aria-labelledby={nameFrom(`${id}-name`, rest)}
      {...rest}
      ref={ref}
      className={clsx('aui-sentiment-trend', className)}
      data-slot="sentiment-trend"
      data-variant={variant}
      data-state={last ? direction : 'empty'}
    >
      <figcaption {...part('sentiment-trend-head', classNames)}>
        <span id={`${id}-name`} data-slot="sentiment-trend-name">
          {text.name}
        </span>
        {last ? (
          <span {...part('sentiment-trend-now', classNames)}>
            <SentimentMark label={last.label} score={last.trend} labels={markLabels} />
            <span>{text.direction[direction]}</span>
          </span>
        ) : null}
      </figcaption>
      {last ? (
        <>
          <SentimentChart
            points={points}
            alertBelow={alertBelow}
            withAxis={variant === 'chart'}
            label={text.summary(points, direction)}
            text={text}
            classNames={classNames}
          />
          <SentimentTable points={points} text={text} markLabels={markLabels} />
        </>
      ) : (
        <p data-slot="sentiment-trend-empty">{text.empty}</p>
      )}
    </figure>
  );
});
