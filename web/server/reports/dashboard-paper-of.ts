import 'server-only';
import {
  changeInWords,
  countInWords,
  daysInWords,
  explainFigure,
  formatFigure,
  metricOf,
} from '@agent/calls';
import type {
  DashboardFileQuery,
  FigureFilter,
  MetricFigure,
  MetricId,
  Metrics,
} from '@agent/protocol';
import { findSampleData } from '@agent/store';
import { figuresFor } from '../figures/read-metrics.ts';
import type { FiguresOfViewer } from '../figures/whose-figures.ts';
import type { Services } from '../services.ts';
import { readFilterNames } from './filter-names.ts';
import type { DashboardPaper, PaperHeat, PaperTile, PaperTrend } from './worker/dashboard-paper.ts';

const drawn: readonly MetricId[] = ['offered', 'service-level', 'handle-time'];

/** What a document about these figures says. */
export async function dashboardPaper(
  services: Pick<Services, 'db' | 'now'>,
  whose: FiguresOfViewer,
  { period, from, to }: DashboardFileQuery,
): Promise<{ paper: DashboardPaper; period: Metrics['period'] }> {
  const range = { period, from, to };
  const first = await figuresFor(services, whose, range);
  const by = splitOf(first.period);
  const figures = await figuresFor(services, whose, { ...range, by });
  const week = await figuresFor(services, whose, { ...range, by: 'weekday-hour' });
  const sample = await findSampleData(services.db);
  const paper: DashboardPaper = {
    title: `Figures of calls, ${daysOf(figures.period, figures)}`,
    about: await aboutOf(services, whose.filter, figures),
    warning: sample ? 'Some of these calls are sample data: they were made up.' : null,
    tiles: figures.metrics.map(tileOf),
    trends: drawn.map((id) => trendOf(id, figures, by)),
    heat: heatOf(week),
    madeAt: figures.at,
  };
  return { paper, period: figures.period };
}

function splitOf({ from, to }: Metrics['period']): 'hour' | 'day' | 'week' {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days === 1) return 'hour';
  return days <= 92 ? 'day' : 'week';
}

function daysOf({ from, to }: { from: string; to: string }, { at }: Metrics): string {
  return daysInWords(from, to, Number(at.slice(0, 4)));
}

async function aboutOf({ db }: Pick<Services, 'db'>, filter: FigureFilter, figures: Metrics) {
  const { zone, previousPeriod: before, at } = figures;
  const when = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, dateStyle: 'long', timeStyle: 'short' },
  } as const).format(new Date(at));
  const names = await readFilterNames(db, filter);
  return [
    `Compared with ${daysOf(before, figures)}${before.isCutShort ? ' until the same time' : ''}.`,
    names.length > 0 ? `Only ${names.join(', ')}.` : 'All calls, all agents.',
    `Days are those of ${zone}. Made on ${when}.`,
  ];
}

function tileOf(figure: MetricFigure): PaperTile {
  const metric = metricOf(figure.id);
  const { sentence, formula, working, why, range, notes } = explainFigure(metric, figure);
  const words = [sentence, `${formula}.`, working, why, range, ...notes];
  return {
    name: metric.name,
    value: figure.value === null ? '–' : formatFigure(metric.unit, figure.value),
    sample: countInWords(metric, figure.n),
    change: changeInWords(metric, figure, figure.previous),
    words: words.flatMap((one) => one ?? []),
  };
}

function trendOf(id: MetricId, figures: Metrics, by: 'hour' | 'day' | 'week'): PaperTrend {
  const { name, unit } = metricOf(id);
  const points = figures.groups.map(({ key, metrics }) => {
    const value = metrics.find((one) => one.id === id)?.value ?? null;
    const words = value === null ? '–' : formatFigure(unit, value);
    return { label: placeOf(key, figures, by), value, words };
  });
  const told = points.filter(({ value }) => value !== null);
  const alt = told.map(({ label, words }) => `${label}: ${words}`).join('; ');
  return { title: `${name} by ${by}`, points, alt: `${name} by ${by}. ${alt || 'There is none.'}` };
}

/** As the page calls places of a trend. */
function placeOf(key: string, figures: Metrics, by: 'hour' | 'day' | 'week'): string {
  if (by === 'hour') return key.slice(11, 16);
  const day = daysOf({ from: key, to: key }, figures);
  return by === 'week' ? `from ${day}` : day;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function heatOf({ groups }: Metrics): PaperHeat {
  const hours = groups.map(({ key, metrics }) => {
    const [weekday = 1, hour = 0] = key.split('-').map(Number);
    const count = metrics.find(({ id }) => id === 'offered')?.value ?? 0;
    return { weekday, hour, count };
  });
  const most = Math.max(1, ...hours.map(({ count }) => count));
  const cells = hours.map(({ weekday, hour, count }) => ({
    ...{ weekday, hour, share: count / most, words: String(count) },
  }));
  const told = hours.map(
    ({ weekday, hour, count }) => `${weekdays[weekday - 1]} ${hour}:00: ${count}`,
  );
  return {
    title: 'Calls by hour of the week',
    alt: `Calls by weekday and hour. ${told.join('; ') || 'There are none.'}`,
    cells,
  };
}
