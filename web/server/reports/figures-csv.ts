import 'server-only';
import {
  callSumIds,
  evaluate,
  type FigureSums,
  metrics,
  repeatSumIds,
  timeSumIds,
} from '@agent/calls';
import {
  type FigureFilter,
  type FiguresFileQuery,
  type MetricUnit,
  userIdSchema,
} from '@agent/protocol';
import { type ReadFigures, readFigures } from '@agent/store';
import type { Viewer } from '../access/viewer.ts';
import { refuseLong } from '../figures/read-metrics.ts';
import type { FiguresOfViewer } from '../figures/whose-figures.ts';
import type { Services } from '../services.ts';
import { fileHeaders } from './file-headers.ts';
import { recordReport, reportOfViewer, whoAsks } from './report-asked.ts';
import { csvHead, csvLines } from './worker/csv.ts';

/** The figures of a period, or of each of its parts, with the sums that they are made of. */
export async function figuresCsv(
  services: Services,
  viewer: Viewer,
  query: FiguresFileQuery,
  request: Request,
): Promise<Response> {
  const whose = await reportOfViewer(services, viewer, query);
  const { text, rows, figures } = await makeFiguresCsv(services, whose, query);
  const headers = fileHeaders('figures.csv', figures.period);
  if (request.method === 'HEAD') return new Response(null, { headers });
  await recordReport(services, whoAsks(viewer), {
    ...{ kind: 'figures.csv', rows },
    query: { ...query, ...whose.filter },
  });
  return new Response(text, { headers });
}

/** The same as text; `rows` lines besides its head. */
export async function makeFiguresCsv(
  { db, now }: Pick<Services, 'db' | 'now'>,
  whose: FiguresOfViewer,
  { by, period, from, to }: FiguresFileQuery,
) {
  const range = { period, from, to };
  if (by === 'hour') refuseLong(range);
  const figures = await readFigures(db, { ...whose, range, by, now: now() });
  const lines = linesOf(figures, by, whose.filter);
  return { text: csvHead(columns) + csvLines(lines), rows: lines.length, figures };
}

const unitEndings = {
  ...{ calls: '', share: '', ms: '_ms', score: '' },
} as const satisfies Record<MetricUnit, string>;

/** The columns of the file, in their order. */
const columns: readonly string[] = [
  ...['from', 'to', 'zone', 'by', 'key', 'label'],
  ...metrics.flatMap(({ id, unit }) => {
    const name = id.replaceAll('-', '_');
    return [`${name}${unitEndings[unit]}`, `${name}_n`];
  }),
  ...[...callSumIds, ...repeatSumIds].map((id) => `sum_${snakeCase(id)}`),
  ...timeSumIds.map((id) => `time_${id.replaceAll('-', '_')}_ms`),
];

function linesOf(
  { period, zone, sums, groups }: ReadFigures,
  by: FiguresFileQuery['by'],
  filter: FigureFilter,
): unknown[][] {
  const days = [period.from, period.to, zone];
  if (!by) return [[...days, null, null, 'all', ...cellsOf(sums, filter)]];
  return groups.map((group) => {
    // Nobody answered those that were given up: by agent there is no such figure.
    const whose = by === 'agent' ? { ...filter, agent: userIdSchema.parse(group.key) } : filter;
    return [...days, by, group.key, group.label, ...cellsOf(group.sums, whose)];
  });
}

function cellsOf(sums: FigureSums, filter: FigureFilter): (number | null)[] {
  const { calls, repeats, time } = sums;
  return [
    ...metrics.flatMap((metric) => {
      const { value, n } = evaluate(metric, sums, filter);
      return [value, n];
    }),
    ...callSumIds.map((id) => calls?.[id] ?? null),
    ...repeatSumIds.map((id) => repeats?.[id] ?? null),
    ...timeSumIds.map((id) => time?.[id] ?? null),
  ];
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
