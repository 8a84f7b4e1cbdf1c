import { randomUUID } from 'node:crypto';
import {
  deletionsSchema,
  type SettingKey,
  type SettingView,
  settingKeys,
  settingsViewSchema,
} from '@agent/protocol';
import { findCall, setAgentStatus, upsertUser } from '@agent/store';
import { aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRound, dispatchTimings } from '../../calls/dispatch.ts';
import { addCall, callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

const file = 'api/admin/settings/route.ts';
let harness: Harness;
let cookie: string;
let otherAdmin: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
  const grace = await upsertUser(harness.services.db, {
    ...{ id: aUserId(), username: 'grace', displayName: 'Grace', role: 'admin' as const },
    passwordHash: 'none',
  });
  otherAdmin = await sessionHeader(harness, grace);
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

const put = (body: unknown, as = cookie) => send({ file, method: 'PUT', cookie: as, body });

async function viewOf(response: Response, key: SettingKey): Promise<SettingView | undefined> {
  expect(response.status).toBe(200);
  const { settings } = settingsViewSchema.parse(await response.json());
  return settings.find((one) => one.key === key);
}

const read = (key: SettingKey) =>
  send({ file, method: 'GET', cookie }).then((answer) => viewOf(answer, key));

describe('settings', () => {
  it('are all there, with their defaults, those of the environment among them', async () => {
    const answer = await send({ file, method: 'GET', cookie });
    const { settings } = settingsViewSchema.parse(await answer.json());
    expect(settings.map(({ key }) => key)).toEqual(settingKeys);
    expect(await read('soundDays')).toEqual({
      ...{ key: 'soundDays', value: 90, preset: 90, version: 0, isUnusable: false, history: [] },
    });
  });

  it('say who set what and when, and go back to the default', async () => {
    const set = await viewOf(
      await put({ key: 'cardSeconds', value: 45, version: 0 }),
      'cardSeconds',
    );
    expect(set).toMatchObject({ value: 45, preset: 90 });
    expect(set?.history).toMatchObject([{ value: 45, setBy: harness.people.admin.displayName }]);
    const version = set?.version ?? 0;
    const back = await put({ key: 'cardSeconds', value: null, version });
    expect(await viewOf(back, 'cardSeconds')).toMatchObject({
      ...{ value: 90, history: [{ value: null }, { value: 45 }] },
    });
  });

  it('are changed several at once, or none of them', async () => {
    const changes = [
      { key: 'cardSeconds', value: 45, version: 0 },
      { key: 'soundDays', value: 99_999, version: 0 },
    ];
    const refused = await put(changes);
    expect(refused.status).toBe(400);
    expect((await errorOf(refused)).fields).toEqual({
      soundDays: 'Use a number from 0 to 3650.',
    });
    expect(await read('cardSeconds')).toMatchObject({ value: 90, version: 0 });
    expect((await put([changes[0], { ...changes[1], value: 30 }])).status).toBe(200);
    expect(await read('soundDays')).toMatchObject({ value: 30 });
  });

  it('are not overwritten by the second of two admins, who is told of the first', async () => {
    await put({ key: 'offerSeconds', value: 40, version: 0 }, otherAdmin);
    const late = await put({ key: 'offerSeconds', value: 30, version: 0 });
    expect(late.status).toBe(409);
    expect(await errorOf(late)).toEqual({
      code: 'conflict',
      message:
        'Time to accept an offer: Grace has set it to 40 seconds meanwhile. Nothing of yours is saved yet.',
      fields: { offerSeconds: 'Grace has set it to 40 seconds meanwhile.' },
    });
    const seen = await read('offerSeconds');
    const again = await put({ key: 'offerSeconds', value: 30, version: seen?.version });
    expect(await viewOf(again, 'offerSeconds')).toMatchObject({ value: 30 });
  });

  it('let one of many who change the same at once through', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        put({ key: 'offerSeconds', value: 30 + at, version: 0 }, at % 2 ? cookie : otherAdmin),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await harness.services.db`select 1 from settings`).toHaveLength(1);
    expect(
      await harness.services.db`select 1 from audit_log where action = 'setting.changed'`,
    ).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['no such setting', { key: 'offerMinutes', value: 1, version: 0 }],
    ['a word that every object has', { key: 'constructor', value: 1, version: 0 }],
    ['a value of another type', { key: 'offerSeconds', value: true, version: 0 }],
    ['a number as text', { key: 'offerSeconds', value: '30', version: 0 }],
    ['an object', { key: 'offerSeconds', value: { $gt: 0 }, version: 0 }],
    ['far too much', { key: 'offerSeconds', value: 1e308, version: 0 }],
    ['below nothing', { key: 'transcriptDays', value: -1, version: 0 }],
    ['a zone that does not exist', { key: 'reportZone', value: 'Europe/Atlantis', version: 0 }],
    ['a zone that is SQL', { key: 'reportZone', value: "UTC'; drop table settings", version: 0 }],
    ['a zone of 60,000 letters', { key: 'reportZone', value: 'A'.repeat(60_000), version: 0 }],
    ['no version', { key: 'offerSeconds', value: 30 }],
    ['a version from nowhere', { key: 'offerSeconds', value: 30, version: -1 }],
    ['one setting twice', [30, 40].map((value) => ({ key: 'offerSeconds', value, version: 0 }))],
    ['nothing', []],
    ['a thousand', Array(1000).fill({ key: 'offerSeconds', value: 30, version: 0 })],
    ['null', null],
  ])('refuse %s', async (_what, body) => {
    const answer = await put(body === null ? 'null' : body);
    expect(answer.status).toBe(400);
    expect(await harness.services.db`select 1 from settings`).toEqual([]);
  });

  it('that cannot be used are shown as such, and can be mended', async () => {
    await harness.services.db`insert into settings (key, value) values ('offerSeconds', '7000')`;
    const seen = await read('offerSeconds');
    expect(seen).toMatchObject({ isUnusable: true, value: 20, history: [{ setBy: null }] });
    const mended = await put({ key: 'offerSeconds', value: null, version: seen?.version });
    expect(await viewOf(mended, 'offerSeconds')).toMatchObject({ isUnusable: false, value: 20 });
  });
});

describe('a change', () => {
  it('is in force in the web server within 2 s, also for a wrap-up that is going on', async () => {
    const { services, people } = harness;
    await services.settings.follow();
    await put([
      { key: 'offerSeconds', value: 45, version: 0 },
      { key: 'wrapUpMinutes', value: 3, version: 0 },
    ]);
    await expect.poll(() => services.settings.current().offerSeconds, { timeout: 2_000 }).toBe(45);
    const wrapUp = await callInState(harness, 'wrap-up');
    await services.db`
      update calls set agent_seen_at = now() - interval '4 minutes' where id = ${wrapUp.id}`;
    const { id } = (await addCall(harness)).call;
    await setAgentStatus(services.db, people.otherAgent.id, 'available');
    await createRound(services, { ...dispatchTimings, graceMs: 0 })();
    expect(await findCall(services.db, wrapUp.id)).toMatchObject({ closedBy: 'system' });
    const offered = await findCall(services.db, id);
    expect(offered?.status).toBe('offered');
    const forMs = (offered?.offerExpiresAt?.getTime() ?? 0) - (offered?.offeredAt?.getTime() ?? 0);
    expect(forMs).toBe(45_000);
  });
});

describe('what shorter retention would delete', () => {
  const ask = async (query: string) => {
    const answer = await send({
      ...{ file: 'api/admin/settings/deletions/route.ts', method: 'GET', cookie, query },
    });
    return answer.status === 200 ? deletionsSchema.parse(await answer.json()) : answer.status;
  };

  async function aged(daysAgo: number, recorded: boolean, held = false): Promise<void> {
    const { db } = harness.services;
    const { id } = await callInState(harness, 'closed');
    await db`update calls set ended_at = now() - ${daysAgo}::int * interval '1 day',
      legal_hold = ${held} where id = ${id}`;
    if (!recorded) return;
    await db`
      insert into recordings (call_id, status, wrapped_key, ready_at, sound_name, waveform_name,
        bytes, duration_ms, sha256)
      values (${id}, 'ready', '\\x00', now(), ${randomUUID()}, 'w', 1, 1, 'ab')`;
  }

  it('is counted by the rules of the nightly run, without what a legal hold keeps', async () => {
    for (const days of [10, 40, 400]) await aged(days, true);
    await aged(400, true, true);
    await aged(50, false);
    expect(await ask('')).toEqual({ sounds: 1, transcripts: 1, figures: 0 });
    expect(await ask('?soundDays=30')).toEqual({ sounds: 2, transcripts: 1, figures: 0 });
    expect(await ask('?soundDays=0')).toEqual({ sounds: 1, transcripts: 1, figures: 0 });
    expect(await ask('?soundDays=0&transcriptDays=0')).toEqual({
      sounds: 0,
      transcripts: 0,
      figures: 0,
    });
    expect(await ask('?transcriptDays=30')).toEqual({ sounds: 2, transcripts: 3, figures: 0 });
    expect(await ask('?figureDays=30')).toEqual({ sounds: 1, transcripts: 1, figures: 1 });
    expect(await ask('?transcriptDays=x')).toBe(400);
    expect(await ask('?soundDays=1e9')).toBe(400);
  });
});
