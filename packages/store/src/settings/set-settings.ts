import { type SettingChange, type SettingKey, settingFault, type UserId } from '@agent/protocol';
import { recordAudit } from '../accounts/audit.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { readSettingHistory, type StoredChange } from './setting-history.ts';

/** Who changes settings, and from where. */
export interface SettingsEditor {
  userId: UserId;
  displayName: string;
  address: string;
}

/**
 * What came of it: `changed` (also where all was so already), `unusable` with why for each, or `stale` with
 * what somebody else has set meanwhile. Of several changes all are made, or none.
 */
export type SetOutcome =
  | { outcome: 'changed'; keys: SettingKey[] }
  | { outcome: 'unusable'; faults: Partial<Record<SettingKey, string>> }
  | { outcome: 'stale'; newer: { key: SettingKey; change: StoredChange }[] };

/** Sets settings and puts each change on record, old value and new, in one transaction. */
export async function setSettings(
  db: Database,
  changes: readonly SettingChange[],
  by: SettingsEditor,
): Promise<SetOutcome> {
  const faults = faultsOf(changes);
  if (Object.keys(faults).length > 0) return { outcome: 'unusable', faults };
  return db.begin(async (tx) => {
    // Two who set the same at once are served one after the other.
    await tx`select pg_advisory_xact_lock(hashtext('settings'))`;
    const history = await readSettingHistory(tx, { limit: 1 });
    const newest = (key: SettingKey) => history.get(key)?.[0];
    const open = changes.filter(
      ({ key, value }) => newest(key)?.isUnusable || (newest(key)?.value ?? null) !== value,
    );
    const newer = open.flatMap(({ key, version }) => {
      const change = newest(key);
      return change && change.version !== version ? [{ key, change }] : [];
    });
    if (newer.length > 0) return { outcome: 'stale', newer };
    for (const change of open) await setOne(tx, change, newest(change.key)?.value ?? null, by);
    return { outcome: 'changed', keys: open.map(({ key }) => key) };
  });
}

function faultsOf(changes: readonly SettingChange[]): Partial<Record<SettingKey, string>> {
  return Object.fromEntries(
    changes.flatMap(({ key, value }) => {
      const fault = value === null ? undefined : settingFault(key, value);
      return fault === undefined ? [] : [[key, fault]];
    }),
  );
}

async function setOne(
  tx: Transaction,
  { key, value }: SettingChange,
  before: number | string | null,
  { userId, displayName, address }: SettingsEditor,
): Promise<void> {
  await tx`
    insert into settings (key, value, set_by, set_by_name)
    values (${key}, ${JSON.stringify(value)}::jsonb, ${userId}, ${displayName})`;
  await recordAudit(tx, {
    action: 'setting.changed',
    actor: { userId, displayName },
    address,
    subject: { kind: 'setting', id: key },
    data: { from: before, to: value },
  });
}
