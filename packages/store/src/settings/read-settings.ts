import {
  type SettingKey,
  type Settings,
  settingFault,
  settingKeys,
  settingPresets,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** A stored value that cannot be in force, as when somebody wrote it by SQL. */
export interface UnusableSetting {
  key: SettingKey;
  /** Of the row. */
  version: number;
  fault: string;
}

/** What is in force, and what of the table cannot be. */
export interface StoredSettings {
  settings: Settings;
  unusable: UnusableSetting[];
}

const newestSchema = z.object({ key: z.string(), value: z.unknown(), version: z.number() });

/**
 * The settings that are in force now: the newest of each, else `presets`, which stand in for our own. What
 * cannot be used is as if nobody had set it.
 */
export async function readSettings(
  db: Queryable,
  presets: Partial<Settings> = {},
): Promise<StoredSettings> {
  const rows = await db`
    select distinct on (key) key, value, id as version from settings order by key, id desc`;
  const values: Record<string, unknown> = {};
  const unusable: UnusableSetting[] = [];
  for (const { key, value, version } of z.array(newestSchema).parse(rows)) {
    if (!isSettingKey(key) || value === null) continue;
    const fault = settingFault(key, value);
    if (fault === undefined) values[key] = value;
    else unusable.push({ key, version, fault });
  }
  return { settings: Object.assign({}, settingPresets, presets, values), unusable };
}

function isSettingKey(key: string): key is SettingKey {
  return settingKeys.some((known) => known === key);
}
