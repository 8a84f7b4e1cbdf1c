import { type FigurePeriodName, type FigureSplit, metricsSchema } from '@agent/protocol';
import { type ReportFigure, type Took, timed, tookOf } from './report-figure.ts';
import type { Supervisor } from './supervisor.ts';

/** What a dashboard asks for at once: tiles, their trend, agents, queues, and the heat map. */
const splits: readonly (FigureSplit | undefined)[] = [
  undefined,
  'day',
  'agent',
  'queue',
  'weekday-hour',
];
const periods: readonly Exclude<FigurePeriodName, 'own'>[] = [
  'today',
  '7-days',
  '28-days',
  '90-days',
];
const usersAtOnce = 4;

/** How long dashboards take: one person alone, and four at once. */
export interface DashboardFigures {
  dashboardMs: Took;
  dashboardFourUsersMs: Took;
  all: ReportFigure[];
}

/** Opens dashboards of all periods, each a number of times; a dashboard is there with the last of its answers. */
export async function dashboardFigures(
  supervisor: Supervisor,
  { times }: { times: number },
): Promise<DashboardFigures> {
  const all: ReportFigure[] = [];
  for (const by of splits) {
    const path = pathOf('90-days', by);
    metricsSchema.parse(await supervisor.get(path));
    const taken = await series(times, () => timed(() => supervisor.get(path)));
    all.push({ what: `90 days${by ? `, by ${by}` : ''}`, ...tookOf(taken) });
  }
  const open = (index: number) => {
    const period = periods[index % periods.length] ?? 'today';
    return timed(() => Promise.all(splits.map((by) => supervisor.get(pathOf(period, by)))));
  };
  const dashboardMs = tookOf(await series(times, open));
  const together = await series(times, (index) =>
    Promise.all(Array.from({ length: usersAtOnce }, (_, user) => open(index + user))),
  );
  const dashboardFourUsersMs = tookOf(together.flat());
  all.push({ what: 'a whole dashboard', ...dashboardMs });
  all.push({ what: `a whole dashboard, ${usersAtOnce} at once`, ...dashboardFourUsersMs });
  return { dashboardMs, dashboardFourUsersMs, all };
}

function pathOf(period: FigurePeriodName, by: FigureSplit | undefined): string {
  return `/api/metrics?${new URLSearchParams({ period, ...(by && { by }) })}`;
}

async function series<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let index = 0; index < times; index += 1) done.push(await work(index));
  return done;
}
