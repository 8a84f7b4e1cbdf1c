import 'server-only';
import {
  type SettingChange,
  type SettingKey,
  type SettingsView,
  settingDefinitions,
  settingInWords,
} from '@agent/protocol';
import { type SetOutcome, setSettings } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { readSettings } from './read-settings.ts';

/** Enough to try things out; each change is kept for good. */
const limit = { limit: 60, windowMs: 60_000 };

/** An admin changes settings, all that are named or none; in force in every process a moment after. */
export async function changeSettings(
  services: Services,
  viewer: Viewer,
  changes: readonly SettingChange[],
): Promise<SettingsView> {
  const { userId, displayName } = requireRole(viewer, 'admin');
  const message = 'Too many changes at once. Wait a moment.';
  await limitRate(services, `settings:${userId}`, limit, message);
  const by = { userId, displayName, address: viewer.address };
  const set = await setSettings(services.db, changes, by);
  switch (set.outcome) {
    case 'changed':
      if (set.keys.length > 0) services.log.info({ userId, keys: set.keys }, 'settings changed');
      return readSettings(services, viewer);
    case 'unusable':
      throw Problem.invalidInput('Some values cannot be used.', set.faults);
    case 'stale':
      throw stale(set);
    default:
      return set satisfies never;
  }
}

function stale({ newer }: Extract<SetOutcome, { outcome: 'stale' }>): Problem {
  const told = newer.map(({ key, change }) => [key, storyOf(key, change)] as const);
  const words = told.map(([key, story]) => `${settingDefinitions[key].label}: ${story}`).join(' ');
  return Problem.conflict(`${words} Nothing of yours is saved yet.`, Object.fromEntries(told));
}

type Newer = Extract<SetOutcome, { outcome: 'stale' }>['newer'][number];

function storyOf(key: SettingKey, { setBy, value }: Newer['change']): string {
  return `${setBy ?? 'Somebody'} has set it to ${settingInWords(key, value)} meanwhile.`;
}
