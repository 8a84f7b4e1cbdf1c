import type { MetricValue, NoValueReason } from '@agent/protocol';
import { formatCount, formatFigure, formatShare } from './format-figure.ts';
import type { Metric } from './metric.ts';
import { wilsonRange } from './wilson-range.ts';

/** What a figure is and how its number came about. */
export interface FigureExplanation {
  sentence: string;
  formula: string;
  /** With the numbers put in: `12,340 s ÷ 37 calls = 5:34`; null where there was nothing to divide. */
  working: string | null;
  /** Why there is no value: `4 ratings; fewer than 10 say too little.`; null with one. */
  why: string | null;
  /** Of ratings: where the truth lies with 95 % confidence; else null. */
  range: string | null;
  notes: readonly string[];
}

/** A figure to explain; which one it is its definition says. */
export type ExplainedValue = Pick<MetricValue, 'value' | 'why' | 'n' | 'dividend' | 'divisor'>;

/** A figure's definition with the numbers of this value put in. */
export function explainFigure(metric: Metric, value: ExplainedValue): FigureExplanation {
  return {
    ...{ sentence: metric.sentence, formula: metric.formula, notes: metric.notes },
    working: workingOf(metric, value),
    why: value.why && whyInWords(metric, value.why, value.n),
    range: rangeOf(metric, value),
  };
}

/** How many a figure is of: `37 answered calls`, `330 minutes signed in`. */
export function countInWords({ parts, counted }: Metric, n: number): string {
  const count = parts.over === 'time' ? n / 60_000 : n;
  const shown = formatCount(count);
  return `${shown} ${shown === '1' ? counted.one : counted.many}`;
}

/** Why a figure has no value, in a sentence. */
export function whyInWords(metric: Metric, why: NoValueReason, n: number): string {
  const { counted, leastSample, parts } = metric;
  switch (why) {
    case 'nothing':
      return parts.over === 'time' ? 'Nobody was signed in then.' : `There are no ${counted.many}.`;
    case 'too-few':
      return `${countInWords(metric, n)}; fewer than ${leastSample} say too little.`;
    case 'not-by-agent':
      return 'There is no such figure of one agent.';
    case 'not-by-outcome':
      return 'There is no such figure of calls with one outcome.';
    case 'not-recorded':
      return 'This was not on record yet.';
    default:
      return why satisfies never;
  }
}

function workingOf(metric: Metric, { value, why, dividend, divisor, n }: ExplainedValue) {
  const { parts, unit, divided } = metric;
  if (parts.over === 'calls' && 'count' in parts) return why ? null : countInWords(metric, n);
  if (value === null) return null;
  const over = countInWords(metric, divisor);
  return `${[dividendOf(), divided].join(' ').trim()} ÷ ${over} = ${formatFigure(unit, value)}`;

  function dividendOf(): string {
    if (parts.over === 'time') return `${formatCount(dividend / 60_000)} min`;
    if (unit === 'ms') return `${formatCount(dividend / 1_000)} s`;
    return unit === 'score' ? formatFigure('score', dividend) : formatCount(dividend);
  }
}

function rangeOf({ id }: Metric, { value, dividend, divisor }: ExplainedValue): string | null {
  const range = id === 'csat' && value !== null ? wilsonRange(dividend, divisor) : null;
  return (
    range &&
    `With so many ratings the true share lies between ${formatShare(range.low)} and ${formatShare(range.high)}.`
  );
}
