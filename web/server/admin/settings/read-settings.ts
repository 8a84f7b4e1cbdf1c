import 'server-only';
import {
  type SettingKey,
  type Settings,
  type SettingsView,
  type SettingView,
  settingKeys,
} from '@agent/protocol';
import { readSettingHistory, type StoredChange } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import type { Services } from '../../services.ts';

/** So many changes of each setting are shown. */
const shownChanges = 20;

/** All settings with what is in force, its default, and who has set what. */
export async function readSettings(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  viewer: Viewer,
): Promise<SettingsView> {
  requireRole(viewer, 'admin');
  const history = await readSettingHistory(db, { limit: shownChanges });
  return {
    settings: settingKeys.map((key) => viewOf(key, history.get(key) ?? [], settings.presets)),
  };
}

function viewOf(key: SettingKey, changes: readonly StoredChange[], presets: Settings): SettingView {
  const [newest] = changes;
  const isUnusable = newest?.isUnusable ?? false;
  return {
    key,
    value: (isUnusable ? null : newest?.value) ?? presets[key],
    preset: presets[key],
    version: newest?.version ?? 0,
    isUnusable,
    history: changes.map(({ version, value, setBy, setAt }) => {
      return { version, value, setBy, setAt: setAt.toISOString() };
    }),
  };
}
