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

const number = z.coerce.number();
const callSumsSchema = z.object(
  Object.fromEntries(callSumIds.map((id) => [id, number])) as Record<CallSumId, typeof number>,
);
const repeatSumsSchema = z.object(
  Object.fromEntries(repeatSumIds.map((id) => [id, number])) as Record<RepeatSumId, typeof number>,
);

/** The sums that a row holds under their columns' names. */
export function readSums(row: unknown): { calls: CallSums; repeats: RepeatSums } {
  return { calls: callSumsSchema.parse(row), repeats: repeatSumsSchema.parse(row) };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
