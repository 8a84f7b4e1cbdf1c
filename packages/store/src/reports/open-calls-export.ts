import { metricOf } from '@agent/calls';
import { type FigurePeriod, figurePeriod } from '@agent/calls/period';
import type { FigureRange, MetricId } from '@agent/protocol';
import { z } from 'zod';
import type { Database, Fragment, Queryable } from '../database/connect.ts';
import { type HeldTransaction, holdTransaction } from '../database/hold-transaction.ts';
import { figureConditions, type WhoseFigures } from '../figures/figure-conditions.ts';
import { readFigureState } from '../figures/figure-days.ts';
import { type CallCell, type CallColumnKind, callColumns } from './call-columns.ts';

/** Which calls are exported: those that the figures of the same filter count. */
export interface CallsExportAsked extends WhoseFigures {
  range: FigureRange;
  /** The calls behind this figure alone. */
  metric?: MetricId | undefined;
  now: Date;
  /** As of the same moment as another one that is still open. */
  snapshot?: string | undefined;
}

/** How an export is read. */
export interface CallsExportOptions {
  /** Calls that are in memory at once. Default 500. */
  atOnce?: number;
  /** A reader who takes nothing for so long is given up, for the sake of the connection. Default 15 s. */
  idleMs?: number;
}

/** Calls as of one moment, read a page at a time; whoever opens it closes it. */
export interface CallsExport {
  zone: string;
  period: FigurePeriod;
  /** How many there are. */
  count: number;
  /** Names the moment that it is of, for another one, while this one is open. */
  snapshot(): Promise<string>;
  /** Once, in the order in which they were queued, cells in the order of `callColumns`. Closes in the end. */
  pages(): AsyncGenerator<readonly CallCell[][]>;
  /** Twice is harmless. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const defaults = { atOnce: 500, idleMs: 15_000 } as const satisfies Required<CallsExportOptions>;

/** Opens an export on a connection of its own. */
export async function openCallsExport(
  db: Database,
  asked: CallsExportAsked,
  options: CallsExportOptions = {},
): Promise<CallsExport> {
  const held = await holdTransaction(db);
  try {
    return await open(held, asked, { ...defaults, ...options });
  } catch (error) {
    await held.end();
    throw error;
  }
}

async function open(
  held: HeldTransaction,
  asked: CallsExportAsked,
  { atOnce, idleMs }: Required<CallsExportOptions>,
): Promise<CallsExport> {
  const { tx, end } = held;
  await tx`set transaction isolation level repeatable read read only`;
  if (asked.snapshot)
    await tx.raw(`set transaction snapshot '${snapshotSchema.parse(asked.snapshot)}'`);
  const { zone } = await readFigureState(tx, asked.now);
  const period = figurePeriod(asked.range, { zone, now: asked.now });
  const which = conditions(tx, asked, period);
  const [row] = await tx`select count(*) from call_facts f where ${which}`;
  const { count } = z.object({ count: z.number() }).parse(row);
  return { zone, period, count, snapshot, pages, close: end };

  async function snapshot(): Promise<string> {
    const [exported] = await tx`select pg_export_snapshot() as snapshot`;
    return z.object({ snapshot: snapshotSchema }).parse(exported).snapshot;
  }

  async function* pages(): AsyncGenerator<readonly CallCell[][]> {
    let isGivenUp = false;
    try {
      // Times are told in this zone.
      await tx`select set_config('TimeZone', ${zone}, true)`;
      // By the index of their order: the first page must not wait until all are sorted.
      await tx`set local cursor_tuple_fraction = 0.0001`;
      await tx`declare exported no scroll cursor for
        select ${columnsOf(tx)} from call_facts f
          left join users u on u.id = f.agent_id left join queues q on q.id = f.queue_id
        where ${which} order by f.queued_at, f.call_id`;
      for (;;) {
        const rows = await tx`${tx.raw(`fetch ${atOnce} from exported`)}`;
        if (rows.length === 0) return;
        const timer = setTimeout(() => {
          isGivenUp = true;
          void end();
        }, idleMs);
        try {
          yield rows.map(cellsOf);
        } finally {
          clearTimeout(timer);
        }
        if (isGivenUp) throw new Error('Nobody took the calls in time.');
      }
    } finally {
      await end();
    }
  }
}

function conditions(
  db: Queryable,
  { metric, filter, queues }: CallsExportAsked,
  { from, to, startsAt, endsAt }: FigurePeriod,
): Fragment {
  const behind = metric && metricOf(metric).calls;
  // While days are cut with another zone they begin up to a day earlier or later.
  const early = new Date(startsAt.getTime() - 2 * DAY_MS).toISOString();
  const late = new Date(endsAt.getTime() + 2 * DAY_MS).toISOString();
  return db`f.local_day between ${from}::date and ${to}::date
    and f.queued_at between ${early}::timestamptz and ${late}::timestamptz and ${figureConditions(db, 'f', { filter, queues })}
    and ${behind ? db.raw(behind.sql) : db`true`}`;
}

function columnsOf(db: Queryable): Fragment {
  return db.raw(callColumns.map(({ name, sql }) => `${sql} as ${name}`).join(', '));
}

const snapshotSchema = z.string().regex(/^[0-9A-F-]{1,40}$/);

/** What each kind of column may hold: looked at by hand, as there are millions of cells. */
const isOfKind = {
  text: (cell) => typeof cell === 'string',
  time: (cell) => typeof cell === 'string',
  day: (cell) => typeof cell === 'string',
  number: (cell) => typeof cell === 'number',
  flag: (cell) => typeof cell === 'boolean',
} as const satisfies Record<CallColumnKind, (cell: unknown) => boolean>;

function cellsOf(row: object): CallCell[] {
  const cells = Object.values(row);
  for (const [index, { name, kind }] of callColumns.entries()) {
    const cell = cells[index];
    if (cell !== null && !isOfKind[kind](cell)) throw new Error(`${name} holds no ${kind}.`);
  }
  return cells;
}
