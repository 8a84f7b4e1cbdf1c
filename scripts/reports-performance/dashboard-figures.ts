import { setTimeout as wait } from 'node:timers/promises';
import {
  type FigurePeriodName,
  type FigureSplit,
  type MetricsQuery,
  metricsSchema,
} from '@agent/protocol';
import { type ReportFigure, type Took, timed, tookOf } from './report-figure.ts';
import type { Supervisor } from './supervisor.ts';

/** What is measured of each period, besides the whole: what pages of figures ask for. */
const splits: readonly (FigureSplit | undefined)[] = [
  undefined,
  'day',
  'agent',
  'queue',
  'weekday-hour',
];
const periods = ['7-days', '28-days', '90-days'] as const satisfies FigurePeriodName[];
/** The page without its figures: choices of its filters, and alerts. */
const besides = ['/api/sessions/choices', '/api/sessions/agents', '/api/metrics/alerts'];
/** Somebody may ask for 120 figures in 10 s: between two dashboards, and between two questions. */
const pauseMs = { dashboard: 300, question: 100 };

/** How long dashboards take: one person alone, and four at once. */
export interface DashboardFigures {
  dashboardMs: Took;
  dashboardFourUsersMs: Took;
  all: ReportFigure[];
}

/**
 * Opens dashboards of all periods in turn, each a number of times, by everybody in turn and then by all of them
 * at once; a dashboard is there with the last of its answers.
 */
export async function dashboardFigures(
  people: readonly Supervisor[],
  { times }: { times: number },
): Promise<DashboardFigures> {
  const personOf = (index: number) => people[index % people.length] ?? fail();
  const all: ReportFigure[] = [];
  for (const period of periods) {
    for (const by of splits) {
      const path = pathOf({ period, by });
      await personOf(0).get(path);
      const taken = await series(times, pauseMs.question, (index) =>
        timed(() => personOf(index).get(path)),
      );
      all.push({ what: `${period}${by ? `, by ${by}` : ''}`, ...tookOf(taken) });
    }
  }
  const periodOf = (index: number) => periods[index % periods.length] ?? fail();
  const taken = await series(times * periods.length, pauseMs.dashboard, async (index) => {
    const period = periodOf(index);
    return { period, tookMs: await timed(() => openDashboard(personOf(index), period)) };
  });
  for (const period of periods) {
    const ofPeriod = taken.filter((one) => one.period === period).map(({ tookMs }) => tookMs);
    all.push({ what: `a whole dashboard of ${period}`, ...tookOf(ofPeriod) });
  }
  const dashboardMs = tookOf(taken.map(({ tookMs }) => tookMs));
  const together = await series(times, pauseMs.dashboard, (index) =>
    Promise.all(
      people.map((person, user) => timed(() => openDashboard(person, periodOf(index + user)))),
    ),
  );
  const dashboardFourUsersMs = tookOf(together.flat());
  all.push({ what: 'a whole dashboard', ...dashboardMs });
  all.push({ what: `a whole dashboard, ${people.length} at once`, ...dashboardFourUsersMs });
  return { dashboardMs, dashboardFourUsersMs, all };
}

/**
 * Everything that the page asks for, as it does: tiles and their trend in one, the map of the week, choices and
 * alerts at once, and the period before as soon as it is known which that is.
 */
async function openDashboard(person: Supervisor, period: FigurePeriodName): Promise<void> {
  const trend = async () => {
    const path = pathOf({ period, by: 'day' });
    const { previousPeriod } = metricsSchema.parse(await person.get(path));
    const { from, to } = previousPeriod;
    await person.get(pathOf({ from, to, by: 'day', figures: ['offered'] }));
  };
  const week = pathOf({ period, by: 'weekday-hour', figures: ['offered', 'service-level'] });
  await Promise.all([trend(), ...[week, ...besides].map((path) => person.get(path))]);
}

function pathOf(query: MetricsQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/api/metrics?${new URLSearchParams(given)}`;
}

async function series<T>(
  times: number,
  pause: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (let index = 0; index < times; index += 1) {
    done.push(await work(index));
    await wait(pause);
  }
  return done;
}

function fail(): never {
  throw new Error('There is nobody to ask.');
}
