import type { Database } from '@agent/store';
import { z } from 'zod';
import type { SoakSample } from './soak-sample.ts';

type DatabaseHoldings = Pick<SoakSample, 'connections' | 'rows' | 'leftovers'>;

const countsSchema = z.array(z.object({ name: z.string(), count: z.number() }));

/** A row whose time was over this long ago should have been pruned. */
const PRUNED_WITHIN = '30 seconds';
/** So long a declined offer matters at most. */
const DECLINED_FOR = '30 seconds';

/** Counts connections, the rows of every table and the rows that should be gone. */
export async function databaseHoldings(db: Database): Promise<DatabaseHoldings> {
  return {
    connections: await connections(db),
    rows: await rowsByTable(db),
    leftovers: await leftovers(db),
  };
}

async function connections(db: Database): Promise<Record<string, number>> {
  return counts(
    await db`
      select application_name as name, count(*)::integer as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
      group by application_name order by application_name`,
  );
}

async function rowsByTable(db: Database): Promise<Record<string, number>> {
  const tables = await db`
    select relname as name, 0 as count from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  const names = countsSchema.parse(tables).map(({ name }) => name);
  const counted = names.map(
    (name) => `select '${name}' as name, count(*)::integer as count from "${name}"`,
  );
  return counts(await db.raw(counted.join(' union all ')));
}

async function leftovers(db: Database): Promise<Record<string, number>> {
  return counts(
    await db`
      select 'limits whose time is over' as name, count(*)::integer as count from rate_limits
        where window_ends_at < now() - ${PRUNED_WITHIN}::interval
      union all
      select 'calls that are not over', count(*)::integer from calls
        where status not in ('closed', 'abandoned')
      union all
      select 'leases on calls that are over', count(*)::integer from calls
        where bot_lease_until > now() and status in ('closed', 'abandoned')
      union all
      select 'declined offers whose time is over', count(*)::integer from offer_declines
        where declined_at < now() - ${DECLINED_FOR}::interval - ${PRUNED_WITHIN}::interval
      union all
      select 'expelled identities of calls long over', count(*)::integer
        from expelled_identities e join calls c on c.id = e.call_id
        where c.status <> 'active' and c.ended_at < now() - interval '16 minutes'`,
  );
}

function counts(rows: unknown): Record<string, number> {
  return Object.fromEntries(countsSchema.parse(rows).map(({ name, count }) => [name, count]));
}
