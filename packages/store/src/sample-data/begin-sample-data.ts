import { createSamplePast } from '@agent/calls/sample-past';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { readFigureZone } from '../facts/figure-zone.ts';
import { findSampleData, type SampleDataRow, type SampleOptions } from './sample-data-row.ts';
import { readSampleParts } from './sample-parts.ts';

/** How much past there is to be. */
export interface SampleWish {
  days: number;
  callsPerDay: number;
  seed: number;
  addedBy: SampleDataRow['addedBy'];
}

/** `begun`: it is to be filled now; else there is one, in this state. */
export type BegunSample = { outcome: 'begun' } | { outcome: 'there'; row: SampleDataRow };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** The hours at the end in which calls take longer: something to be found, also at night. */
const oddHours = 24;
/** Above so many calls a day all of them are busy; below nobody may be alone with a call. */
const manyCalls = 500;

/**
 * Notes that a made-up past is to be added, which ends now, with its agents, who are disabled and have no
 * password. One at a time. The calls come by `fillSampleData`.
 */
export async function beginSampleData(db: Queryable, wish: SampleWish): Promise<BegunSample> {
  return inTransaction(db, async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('sample-data-begins'))`;
    const row = await findSampleData(tx);
    if (row) return { outcome: 'there', row };
    const made = await optionsFor(tx, wish);
    const { agents } = createSamplePast({ ...made, ...(await readSampleParts(tx)) });
    await tx`
      insert into users (id, username, display_name, role, password_hash, disabled, is_sample)
      select id, username, "displayName", 'agent', null, true, true
      from json_to_recordset(${JSON.stringify(agents)}::json)
        as given (id uuid, username text, "displayName" text)`;
    await tx`
      insert into sample_data (state, added_by, options, from_at, until_at, calls_wanted)
      values ('adding', ${wish.addedBy}, ${JSON.stringify(made)}::jsonb,
        ${new Date(made.fromMs)}, ${new Date(made.untilMs)}, ${wish.days * wish.callsPerDay})`;
    return { outcome: 'begun' };
  });
}

/** Notes that all of it is to go; false when there is none. It goes by `emptySampleData`. */
export async function beginSampleRemoval(db: Queryable): Promise<boolean> {
  const rows = await db`
    update sample_data set state = 'removing', changed_at = clock_timestamp() returning 1`;
  return rows.length > 0;
}

async function optionsFor(
  tx: Queryable,
  { days, callsPerDay, seed }: SampleWish,
): Promise<SampleOptions> {
  const [row] = await tx`select date_trunc('milliseconds', clock_timestamp()) as at`;
  const untilMs = z.object({ at: z.date() }).parse(row).at.getTime();
  const { zone } = await readFigureZone(tx);
  const isLarge = callsPerDay >= manyCalls;
  return {
    ...{ seed, zone, callsPerDay, untilMs, fromMs: untilMs - days * dayMs },
    // A small past is read by people, a large one by the clock.
    ...{ lineEveryMs: isLarge ? 9_000 : 20_000, busyShare: isLarge ? 0.88 : 0.3 },
    incidents: isLarge ? [] : [{ kind: 'slow', fromMs: untilMs - oddHours * hourMs, untilMs }],
  };
}
