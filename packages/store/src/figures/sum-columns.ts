import {
  type CallSumId,
  type CallSums,
  callSumIds,
  callSums,
  type RepeatSumId,
  type RepeatSums,
  repeatSumIds,
  repeatSums,
} from '@agent/calls';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';

/** A sum over calls, as rows of `call_facts` give it and as `metric_days` has it. */
interface SumColumn {
  id: CallSumId | RepeatSumId;
  /** In `metric_days`, and in what we select. */
  column: string;
  /** Over rows `f` of `call_facts`. */
  sql: string;
}

const columns: readonly SumColumn[] = [
  ...callSumIds.map((id) => ({ id, column: snakeCase(id), sql: callSums[id].sql })),
  ...repeatSumIds.map((id) => ({ id, column: snakeCase(id), sql: repeatSums[id].sql })),
];

/** The sums of calls, each under its column's name, over rows `f` of `call_facts`. */
export function sumsOfFacts(db: Queryable): Fragment {
  return db.raw(columns.map(({ column, sql }) => `${sql} as ${column}`).join(', '));
}

/** The same over rows `m` of `metric_days`, or of anything that has these columns. */
export function sumsOfColumns(db: Queryable): Fragment {
  return db.raw(
    columns.map(({ column }) => `coalesce(sum(m.${column}), 0) as ${column}`).join(', '),
  );
}

/** The same as one list of numbers: rows of sixty columns take longer to read than to add up. */
export function sumsAsList(db: Queryable): Fragment {
  const list = columns.map(({ column }) => `coalesce(sum(m.${column}), 0)`).join(', ');
  return db.raw(`json_build_array(${list})`);
}

/** What {@link sumsAsList} selects. */
export const sumListSchema = z.array(z.number()).length(columns.length);

/** The sums of such a list. */
export function readSums(list: z.infer<typeof sumListSchema>): {
  calls: CallSums;
  repeats: RepeatSums;
} {
  const byId = Object.fromEntries(columns.map(({ id }, index) => [id, list[index] ?? 0]));
  return { calls: pick(byId, callSumIds), repeats: pick(byId, repeatSumIds) };
}

function pick<Id extends string>(
  from: Readonly<Record<string, number>>,
  ids: readonly Id[],
): Record<Id, number> {
  return Object.fromEntries(ids.map((id) => [id, from[id] ?? 0])) as Record<Id, number>;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
