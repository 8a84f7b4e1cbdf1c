import { type Settings, settingPresets } from '@agent/protocol';
import type { Database } from '../database/connect.ts';
import { type Listening, listen } from '../database/notifications.ts';
import { readSettings, type UnusableSetting } from './read-settings.ts';

/** A sign of a change may be lost, as when Postgres was away. */
const lookEveryMs = 2_000;

/** What is known of the settings at any moment, without asking for it. */
export interface LiveSettings {
  /** What is in force where nobody has set anything. */
  readonly presets: Settings;
  /** What is in force, as far as it is known; the defaults until they are followed. */
  current(): Settings;
  /** Asks the table itself, for what cannot be undone. */
  readNow(): Promise<Settings>;
  /** Called after each change. Gives how to end that. */
  onChange(listener: () => void): () => void;
  /** Begins to follow the table; resolves after the first look, whatever came of it. */
  follow(): Promise<void>;
  /** Follows no more. Closing twice is harmless. */
  close(): Promise<void>;
}

/** What stands in for our defaults, and who is told of trouble. */
export interface LiveSettingsOptions {
  /** What the environment says instead of our own defaults. Default nothing. */
  presets?: Partial<Settings>;
  /** Told once of each stored value that cannot be used; the default is in force. */
  onUnusable(unusable: UnusableSetting): void;
  /** Told at the first look in a row that fails; what was known last stays in force. */
  onUnreadable(error: unknown): void;
}

/**
 * The settings as they are stored, for everything that asks often: a change is in force at once, and within
 * 2 s where its sign was lost. While Postgres is away, what was known last stands.
 */
export function createLiveSettings(db: Database, options: LiveSettingsOptions): LiveSettings {
  const { onUnusable, onUnreadable } = options;
  const presets: Settings = { ...settingPresets, ...options.presets };
  const listeners = new Set<() => void>();
  const told = new Set<number>();
  let settings = presets;
  let isFailing = false;
  let listening: Promise<Listening | undefined> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  let isClosed = false;

  /** One look at a time; who asks meanwhile gets one more. */
  function look(): Promise<void> {
    isAskedAgain = looking !== undefined;
    looking ??= lookUntilNobodyAsks().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function lookUntilNobodyAsks(): Promise<void> {
    do {
      isAskedAgain = false;
      await lookOnce();
    } while (isAskedAgain && !isClosed);
  }

  async function lookOnce(): Promise<void> {
    try {
      const { settings: next, unusable } = await readSettings(db, presets);
      isFailing = false;
      for (const one of unusable.filter(({ version }) => !told.has(version))) {
        told.add(one.version);
        onUnusable(one);
      }
      take(next);
    } catch (error) {
      if (!isFailing && !isClosed) onUnreadable(error);
      isFailing = true;
    }
  }

  function take(next: Settings): void {
    if (JSON.stringify(next) === JSON.stringify(settings)) return;
    settings = next;
    for (const listener of listeners) listener();
  }

  /** Where Postgres is away at the start, the next look tries again. */
  async function hear(): Promise<void> {
    const sign = () => void look();
    listening ??= listen(db, 'settings', sign, sign).catch(() => undefined);
    if (!(await listening)) listening = undefined;
  }

  return {
    presets,
    current: () => settings,
    readNow: async () => (await readSettings(db, presets)).settings,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async follow() {
      if (timer || isClosed) return;
      timer = setInterval(() => void Promise.all([look(), hear()]), lookEveryMs);
      timer.unref();
      await look();
      await hear();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
      await (await listening)?.close();
    },
  };
}
