import { type SettingKey, settingFault, settingKeys } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** One change of a setting, as it is stored. */
export interface StoredChange {
  version: number;
  /** Null: back to the default, or what is no value of any setting. */
  value: number | string | null;
  /** Whether it cannot be in force, as when somebody wrote it by SQL. */
  isUnusable: boolean;
  /** Null where somebody wrote it by SQL. */
  setBy: string | null;
  setAt: Date;
}

const rowSchema = z.object({
  key: z.enum(settingKeys),
  version: z.number(),
  value: z.unknown(),
  setBy: z.string().nullable(),
  setAt: z.date(),
});
/** As `settingsViewSchema` takes it. */
const shownSchema = z
  .union([z.number(), z.string().max(64)])
  .nullable()
  .catch(null);

/** The last changes of each setting that was ever set, the newest first. */
export async function readSettingHistory(
  db: Queryable,
  { limit }: { limit: number },
): Promise<Map<SettingKey, StoredChange[]>> {
  const rows = await db`
    select last.key, last.value, last.id as version, last.set_by_name as set_by, last.set_at
    from unnest(${[...settingKeys]}::text[]) wanted (name) cross join lateral (
      select * from settings where key = name order by id desc limit ${limit}
    ) last
    order by last.key, last.id desc`;
  const history = new Map<SettingKey, StoredChange[]>();
  for (const { key, value, ...row } of z.array(rowSchema).parse(rows)) {
    const isUnusable = value !== null && settingFault(key, value) !== undefined;
    const change = { ...row, value: shownSchema.parse(value), isUnusable };
    history.set(key, [...(history.get(key) ?? []), change]);
  }
  return history;
}
