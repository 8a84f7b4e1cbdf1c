import { z } from 'zod';
import {
  type Fragment,
  inTransaction,
  type Queryable,
  type Transaction,
} from '../database/connect.ts';
import { hasTimedOut } from '../database/within-time.ts';
import { type AuditAsked, auditConditions } from './audit-conditions.ts';
import type { AuditPlace } from './audit-place.ts';
import { subjectNames } from './subject-names.ts';

const rowSchema = z.object({
  id: z.number(),
  at: z.date(),
  atUs: z.number(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  address: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

/** One act on record, with what its subject is called now, as far as it is called anything. */
export interface AuditRow extends z.infer<typeof rowSchema> {
  /** For a call its customer; null where there is no name any more. */
  subjectName: string | null;
  /** When a call that it is about was begun. */
  subjectAt: Date | null;
}

/** What was found. `too-slow`: it would keep Postgres busy for too long. */
export type FoundAudit =
  | { outcome: 'found'; rows: AuditRow[]; next: AuditPlace | null }
  | { outcome: 'too-slow' };

/** A page of the log that is asked for. */
export interface FindAuditOptions {
  /** Behind which entry; undefined: from the newest. */
  place?: AuditPlace | undefined;
  limit: number;
}

const timeoutMs = 3_000;

/** Acts on record, the newest first, a page at a time. */
export async function findAudit(
  db: Queryable,
  asked: AuditAsked,
  { place, limit }: FindAuditOptions,
): Promise<FoundAudit> {
  try {
    return await inTransaction(db, async (tx) => {
      await tx`
        select set_config('statement_timeout', ${String(timeoutMs)}, true),
          set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
      const found = z.array(rowSchema).parse(await pageOf(tx, asked, { place, limit: limit + 1 }));
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return {
        outcome: 'found',
        rows: await subjectNames(tx, shown),
        next: last ? { atUs: last.atUs, id: last.id } : null,
      };
    });
  } catch (error) {
    if (hasTimedOut(error)) return { outcome: 'too-slow' };
    throw error;
  }
}

async function pageOf(
  tx: Transaction,
  asked: AuditAsked,
  { place, limit }: FindAuditOptions,
): Promise<readonly unknown[]> {
  return tx`
    select l.id, l.at, (extract(epoch from l.at) * 1000000)::bigint as at_us, l.actor_id,
      l.actor_name, l.address, l.action, l.subject_kind, l.subject_id, l.data
    from ${source(tx, asked, { place, limit })} l
    order by l.at desc, l.id desc limit ${limit}`;
}

/**
 * The newest of each action by itself, so that each comes in order from its index. One select for each,
 * which Postgres plans for that action: most of the log is a few of them, and some were never done.
 */
function source(tx: Transaction, asked: AuditAsked, options: FindAuditOptions): Fragment {
  const { actions } = asked;
  if (!actions) return newest(tx, tx`true`, asked, options);
  const [first, ...others] = actions.map((action) =>
    newest(tx, tx`l.action = ${action}`, asked, options),
  );
  if (!first) return newest(tx, tx`false`, asked, options);
  return tx`(${others.reduce((all, one) => tx`${all} union all ${one}`, first)})`;
}

function newest(
  tx: Transaction,
  ofAction: Fragment,
  asked: AuditAsked,
  { place, limit }: FindAuditOptions,
): Fragment {
  return tx`(select l.* from audit_log l
    where ${ofAction} and ${auditConditions(tx, asked, place)}
    order by l.at desc, l.id desc limit ${limit})`;
}
