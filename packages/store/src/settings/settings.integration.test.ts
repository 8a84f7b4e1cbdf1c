import { settingPresets } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { afterEach, describe, expect, it } from 'vitest';
import { useStore } from '../test-support/store.ts';
import { createLiveSettings, type LiveSettings } from './live-settings.ts';
import { readSettings, type UnusableSetting } from './read-settings.ts';
import { setSettings } from './set-settings.ts';
import { readSettingHistory } from './setting-history.ts';

const store = useStore();
const ada = { userId: aUserId(), displayName: 'Ada', address: '203.0.113.7' };
const grace = { userId: aUserId(), displayName: 'Grace', address: '203.0.113.8' };

async function versionOf(key: 'offerSeconds'): Promise<number> {
  const history = await readSettingHistory(store.db, { limit: 1 });
  return history.get(key)?.[0]?.version ?? 0;
}

describe('setSettings', () => {
  it('keeps every change, of which the newest is in force, until it is the default again', async () => {
    for (const value of [30, 45, null]) {
      const version = await versionOf('offerSeconds');
      const change = { key: 'offerSeconds', value, version } as const;
      expect(await setSettings(store.db, [change], ada)).toEqual({
        ...{ outcome: 'changed', keys: ['offerSeconds'] },
      });
      const { settings } = await readSettings(store.db);
      expect(settings).toEqual({ ...settingPresets, offerSeconds: value ?? 20 });
    }
    const history = await readSettingHistory(store.db, { limit: 9 });
    expect(history.get('offerSeconds')).toMatchObject([
      { value: null, setBy: 'Ada' },
      { value: 45, setBy: 'Ada' },
      { value: 30, setBy: 'Ada', isUnusable: false, setAt: expect.any(Date) },
    ]);
  });

  it('tells the second of two who change it at once what the first has set, and changes nothing', async () => {
    const outcomes = await Promise.all([
      setSettings(store.db, [{ key: 'offerSeconds', value: 30, version: 0 }], ada),
      setSettings(store.db, [{ key: 'offerSeconds', value: 40, version: 0 }], grace),
    ]);
    const stale = outcomes.find(({ outcome }) => outcome === 'stale');
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'stale']);
    const { settings } = await readSettings(store.db);
    expect(stale).toMatchObject({
      newer: [{ key: 'offerSeconds', change: { value: settings.offerSeconds } }],
    });
    expect(await store.db`select 1 from settings`).toHaveLength(1);
    expect(await store.db`select 1 from audit_log`).toHaveLength(1);
  });

  it('makes all changes or none', async () => {
    await setSettings(store.db, [{ key: 'cardSeconds', value: 60, version: 0 }], ada);
    const both = [
      { key: 'offerSeconds', value: 30, version: 0 },
      { key: 'cardSeconds', value: 45, version: 0 },
    ] as const;
    expect(await setSettings(store.db, both, grace)).toMatchObject({
      ...{ outcome: 'stale', newer: [{ key: 'cardSeconds', change: { value: 60, setBy: 'Ada' } }] },
    });
    expect((await readSettings(store.db)).settings.offerSeconds).toBe(20);
  });

  it('does nothing, and puts nothing on record, where all is so already', async () => {
    const change = { key: 'offerSeconds', value: 30, version: 0 } as const;
    await setSettings(store.db, [change], ada);
    expect(await setSettings(store.db, [change], ada)).toEqual({ outcome: 'changed', keys: [] });
    expect(await store.db`select 1 from settings`).toHaveLength(1);
  });

  it('puts on record who changed what from which value to which', async () => {
    await setSettings(store.db, [{ key: 'offerSeconds', value: 30, version: 0 }], ada);
    const version = await versionOf('offerSeconds');
    await setSettings(store.db, [{ key: 'offerSeconds', value: null, version }], grace);
    expect(
      await store.db`select actor_name, address, subject_kind, subject_id, data from audit_log
        where action = 'setting.changed' order by id`,
    ).toEqual([
      {
        ...{ actorName: 'Ada', address: '203.0.113.7', data: { from: null, to: 30 } },
        ...{ subjectKind: 'setting', subjectId: 'offerSeconds' },
      },
      {
        ...{ actorName: 'Grace', address: '203.0.113.8', data: { from: 30, to: null } },
        ...{ subjectKind: 'setting', subjectId: 'offerSeconds' },
      },
    ]);
  });

  it.each([
    ['offerSeconds', 4],
    ['offerSeconds', 1e300],
    ['offerSeconds', 20.5],
    ['offerSeconds', '20'],
    ['alertBelow', -0.555],
    ['alertBelow', Number.NaN],
    ['transcriptDays', -1],
    ['reportZone', 'Europe/Atlantis'],
    ['reportZone', '+01:00'],
    ['reportZone', 7],
  ] as const)('refuses %s %s', async (key, value) => {
    const outcome = await setSettings(store.db, [{ key, value, version: 0 }], ada);
    expect(outcome).toMatchObject({ outcome: 'unusable', faults: { [key]: expect.any(String) } });
    expect(await store.db`select 1 from settings`).toEqual([]);
  });
});

describe('what somebody wrote by SQL', () => {
  it.each([
    ['offerSeconds', '100000'],
    ['offerSeconds', '"20"'],
    ['offerSeconds', '{"value": 20}'],
    ['reportZone', `"${'A'.repeat(10_000)}"`],
    ['reportZone', '"nowhere"'],
    ['soundDays', '-5'],
  ] as const)('is as if nobody had set it: %s %s', async (key, value) => {
    await store.db`insert into settings (key, value) values (${key}, ${value}::jsonb)`;
    const presets = { soundDays: 11 };
    const { settings, unusable } = await readSettings(store.db, presets);
    expect(settings).toEqual({ ...settingPresets, ...presets });
    expect(unusable).toMatchObject([{ key, fault: expect.any(String) }]);
    const version = unusable[0]?.version ?? 0;
    const change = { key, value: null, version };
    expect(await setSettings(store.db, [change], ada)).toEqual({
      ...{ outcome: 'changed', keys: [key] },
    });
    expect((await readSettings(store.db, presets)).unusable).toEqual([]);
  });

  it('of a key that we do not know is left alone', async () => {
    await store.db`insert into settings (key, value) values ('ofTomorrow', '7')`;
    expect(await readSettings(store.db)).toEqual({ settings: settingPresets, unusable: [] });
  });
});

it('knows of every time zone that can be chosen, as Postgres does', async () => {
  const rows = await store.db<{ name: string }[]>`select name from pg_timezone_names`;
  const known = new Set(rows.map(({ name }) => name));
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(zone))).toEqual([]);
});

describe('live settings', () => {
  const open: LiveSettings[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  function live(presets = {}) {
    const unusable: UnusableSetting[] = [];
    const failures: unknown[] = [];
    const settings = createLiveSettings(store.db, {
      presets,
      onUnusable: (one) => unusable.push(one),
      onUnreadable: (error) => failures.push(error),
    });
    open.push(settings);
    return { settings, unusable, failures };
  }

  it('are those of the table from the start, and a change is there at once', async () => {
    await store.db`insert into settings (key, value) values ('cardSeconds', '45')`;
    const { settings } = live({ soundDays: 7 });
    expect(settings.current()).toEqual({ ...settingPresets, soundDays: 7 });
    await settings.follow();
    expect(settings.current()).toEqual({ ...settingPresets, soundDays: 7, cardSeconds: 45 });
    let changes = 0;
    const stop = settings.onChange(() => changes++);
    await setSettings(store.db, [{ key: 'offerSeconds', value: 30, version: 0 }], ada);
    await expect.poll(() => settings.current().offerSeconds, { timeout: 1_000 }).toBe(30);
    expect(changes).toBe(1);
    stop();
    await store.db`insert into settings (key, value) values ('offerSeconds', '31')`;
    await expect.poll(() => settings.current().offerSeconds, { timeout: 1_000 }).toBe(31);
    expect(changes).toBe(1);
  });

  it('tell once of what cannot be used', async () => {
    const { settings, unusable } = live();
    await settings.follow();
    await store.db`insert into settings (key, value) values ('offerSeconds', '1')`;
    await store.db`insert into settings (key, value) values ('cardSeconds', '45')`;
    await expect.poll(() => settings.current().cardSeconds).toBe(45);
    expect(settings.current().offerSeconds).toBe(20);
    expect(unusable).toMatchObject([{ key: 'offerSeconds' }]);
  });

  it('are the last known while Postgres is away, and the newest within 2 s of its return', async () => {
    const { settings, failures } = live();
    await settings.follow();
    await store.db`insert into settings (key, value) values ('cardSeconds', '45')`;
    await expect.poll(() => settings.current().cardSeconds).toBe(45);
    await store.server.stop();
    await expect.poll(() => failures.length, { timeout: 5_000 }).toBe(1);
    expect(settings.current().cardSeconds).toBe(45);
    await store.server.start();
    await expect
      .poll(() =>
        store.db`insert into settings (key, value) values ('cardSeconds', '50')`.then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect.poll(() => settings.current().cardSeconds, { timeout: 2_500 }).toBe(50);
    expect(failures).toHaveLength(1);
  }, 30_000);

  it('are not heard of any more once closed, twice', async () => {
    const { settings } = live();
    await settings.follow();
    await settings.close();
    await settings.close();
    await store.db`insert into settings (key, value) values ('cardSeconds', '45')`;
    expect(settings.current().cardSeconds).toBe(90);
  });
});
