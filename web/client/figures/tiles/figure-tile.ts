import {
  changeFor,
  changeInWords,
  countInWords,
  explainFigure,
  formatFigure,
  type Metric,
  metricOf,
} from '@agent/calls';
import type { MetricFigure, MetricGroup, MetricId, MetricValue } from '@agent/protocol';
import type { MetricTone } from '@agent/ui/figures';

/** A figure as its tile tells it. */
export interface FigureTile {
  id: MetricId;
  name: string;
  /** null: there is none, and `why` says why. */
  value: string | null;
  why: string | undefined;
  sample: string;
  change: { words: string; tone: MetricTone } | null;
  /** How it went, oldest first. */
  points: (number | null)[];
  callsHref: string | undefined;
  callsCount: number | null;
  definition: { sentence: string; formula: string; worked: string | null };
  /** What else is to be known of it. */
  notes: readonly string[];
}

/** A figure in the words of its definition. The groups are hours, days or weeks, in their order. */
export function figureTile(figure: MetricFigure, groups: readonly MetricGroup[]): FigureTile {
  const metric = metricOf(figure.id);
  const { sentence, formula, working, why, range, notes } = explainFigure(metric, figure);
  return {
    ...{ id: figure.id, name: metric.name, value: valueInWords(metric, figure) },
    why: why ?? undefined,
    sample: sampleOf(metric, figure),
    change: changeOf(metric, figure),
    points: groups.map(({ metrics }) => metrics.find(({ id }) => id === figure.id)?.value ?? null),
    callsHref: figure.calls?.href,
    callsCount: figure.calls?.count ?? null,
    definition: { sentence, formula, worked: working },
    notes: range ? [range, ...notes] : notes,
  };
}

/** With its unit; null where there is no value. */
export function valueInWords({ unit }: Metric, { value }: Pick<MetricValue, 'value'>) {
  return value === null ? null : formatFigure(unit, value);
}

/** Of a plain count the number stands above already. */
function sampleOf(metric: Metric, { n, value }: MetricFigure): string {
  const isCount = metric.parts.over === 'calls' && 'count' in metric.parts;
  if (!isCount) return countInWords(metric, n);
  return value === 1 ? metric.counted.one : metric.counted.many;
}

function changeOf(metric: Metric, figure: MetricFigure): FigureTile['change'] {
  const words = changeInWords(metric, figure, figure.previous);
  if (words === null) return null;
  const verdict = changeFor(metric, figure, figure.previous);
  return { words, tone: verdict === 'better' || verdict === 'worse' ? verdict : 'neutral' };
}
