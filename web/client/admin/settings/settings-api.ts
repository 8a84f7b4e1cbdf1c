import {
  type Deletions,
  type DeletionsQuery,
  deletionsSchema,
  type SettingChange,
  type SettingsView,
  settingsViewSchema,
} from '@agent/protocol';
import { request } from '../../http/request.ts';

const settings = '/api/admin/settings';

/** All settings, each with its default and its last changes. */
export function readSettings(signal?: AbortSignal): Promise<SettingsView> {
  return request(settingsViewSchema, settings, { signal });
}

/** Changes a setting, from the version that the change names. */
export function changeSetting(change: SettingChange): Promise<SettingsView> {
  return request(settingsViewSchema, settings, { method: 'PUT', body: change });
}

/** What the next nightly run would delete if things were kept for so long. */
export function countDeletions(asked: DeletionsQuery): Promise<Deletions> {
  const given = Object.entries(asked).map(([name, value]) => [name, String(value)]);
  return request(deletionsSchema, `${settings}/deletions?${new URLSearchParams(given)}`);
}
