import 'server-only';
import { errorFields } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { Settings } from '@agent/protocol';
import { createLiveSettings, type Database, type LiveSettings } from '@agent/store';
import type { WebEnv } from './env-schema.ts';

/** The settings of this process, not followed yet. */
export function openSettings(env: WebEnv, db: Database, log: Logger): LiveSettings {
  return createLiveSettings(db, {
    presets: presetsOf(env),
    onUnusable: (unusable) => log.warn({ ...unusable }, 'a setting cannot be used'),
    onUnreadable: (error) => log.warn(errorFields(error), 'settings cannot be read now'),
  });
}

/** What holds where no admin has set anything: the environment's figures, and the zone of this machine. */
function presetsOf(env: WebEnv): Partial<Settings> {
  return {
    soundDays: env.RECORDING_DAYS,
    transcriptDays: env.TRANSCRIPT_DAYS,
    reportZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
