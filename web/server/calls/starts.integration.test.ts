import { randomUUID } from 'node:crypto';
import { callViewSchema, openQueuesSchema } from '@agent/protocol';
import { abandonCall, findCall } from '@agent/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { openTestRecordings } from '../test-support/kept-sound.ts';
import { errorOf, send } from '../test-support/send.ts';

const body = {
  name: 'Ada',
  contact: 'ada@example.com',
  consent: 'accepted',
  noticeVersion: '1',
};

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  harness.services.recordings = openTestRecordings();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

async function start(key?: string) {
  const cookie = key === undefined ? '' : `start=${key}`;
  const response = await send({ file: 'api/calls/route.ts', method: 'POST', cookie, body });
  expect(response.status).toBe(201);
  const cookies = response.headers.getSetCookie();
  return { callId: callViewSchema.parse(await response.json()).callId, cookies };
}

async function countCalls(): Promise<number> {
  const [row] = await harness.services.db<{ count: number }[]>`select count(*) from calls`;
  return Number(row?.count);
}

describe('what a customer agrees to', () => {
  const answers = async (part: object) => {
    const sent = { ...body, ...part };
    return send({ file: 'api/calls/route.ts', method: 'POST', body: sent });
  };

  it('is asked apart, and stored with the version of the words', async () => {
    const both = await answers({ recording: 'accepted', noticeVersion: '2' });
    expect(callViewSchema.parse(await both.json())).toMatchObject({
      transcribed: true,
      recorded: true,
    });
    const text = callViewSchema.parse(await (await answers({ recording: 'declined' })).json());
    expect(text).toMatchObject({ transcribed: true, recorded: false });
    const stored = await harness.services.db`
      select kind, accepted, notice_version from consents where call_id = ${text.callId}
      order by kind`;
    expect(stored).toMatchObject([
      { kind: 'recorded', accepted: false },
      { kind: 'transcribed', accepted: true },
    ]);
  });

  it('is nothing that was not said', async () => {
    const view = callViewSchema.parse(await (await answers({})).json());
    expect(view.recorded).toBe(false);
    const none = callViewSchema.parse(await (await answers({ consent: 'declined' })).json());
    expect(none).toMatchObject({ transcribed: false, recorded: false });
  });

  it('is no recording without text', async () => {
    const refused = await answers({ consent: 'declined', recording: 'accepted' });
    expect(refused.status).toBe(400);
    expect((await errorOf(refused)).fields).toEqual({
      recording: 'Only a call that is written down can be recorded.',
    });
    expect(await countCalls()).toBe(0);
  });
});

describe('the queue of a call', () => {
  const start = (part: object) =>
    send({ file: 'api/calls/route.ts', method: 'POST', body: { ...body, ...part } });
  const refusal = async (part: object) => {
    const response = await start(part);
    expect(response.status).toBe(400);
    return (await errorOf(response)).fields;
  };
  const openQueues = async () => {
    const response = await send({ file: 'api/queues/route.ts', method: 'GET' });
    return openQueuesSchema.parse(await response.json()).queues;
  };
  const addOrders = () =>
    harness.services
      .db`insert into queues (id, name, target_seconds) values ('orders', 'Orders', 45)`;

  afterEach(async () => {
    await harness.clear();
    await harness.services.db`delete from queues where id <> 'main'`;
    await harness.services.db`
      update queues set removed_at = null, recorded = true, recording_notice = ''`;
  });

  it('is the only one there is, unless there are several', async () => {
    const only = callViewSchema.parse(await (await start({})).json());
    expect(only.queue).toEqual({ id: 'main', name: 'Main' });
    await addOrders();
    expect((await openQueues()).map(({ name }) => name)).toEqual(['Main', 'Orders']);
    expect(await refusal({})).toEqual({ queue: 'Choose what your call is about.' });
    const named = callViewSchema.parse(await (await start({ queue: 'orders' })).json());
    expect(named.queue).toEqual({ id: 'orders', name: 'Orders' });
    const call = await findCall(harness.services.db, named.callId);
    expect(call).toMatchObject({ queueId: 'orders', queueName: 'Orders', targetSeconds: 45 });
  });

  it('is none that was removed, never was or cannot be', async () => {
    await addOrders();
    await harness.services.db`update queues set removed_at = now() where id = 'orders'`;
    for (const queue of ['orders', 'nowhere']) {
      expect((await refusal({ queue }))?.queue).toMatch(/Nobody can be called there/);
    }
    expect(await refusal({ queue: 'No Queue' })).toMatchObject({ queue: expect.any(String) });
    await harness.services.db`update queues set removed_at = now()`;
    expect((await start({})).status).toBe(503);
    expect(await countCalls()).toBe(0);
  });

  it('says whether calls are recorded, and by which words one agreed to it', async () => {
    const { db } = harness.services;
    await db`update queues set recording_notice = 'We keep it for a year.'`;
    const [queue] = await openQueues();
    expect(queue).toMatchObject({ recorded: true, recordingNotice: 'We keep it for a year.' });
    const agreed = { recording: 'accepted', noticeVersion: queue?.noticeVersion };
    expect((await start(agreed)).status).toBe(201);
    expect(await db`select version, words from notice_words`).toEqual([
      { version: queue?.noticeVersion, words: 'We keep it for a year.' },
    ]);
    await db`update queues set recording_notice = 'We keep it for ten years.'`;
    expect(await refusal(agreed)).toEqual({
      noticeVersion: 'The words about recording have changed. Read them again.',
    });
    await db`update queues set recorded = false`;
    expect(await openQueues()).toMatchObject([{ recorded: false, recordingNotice: '' }]);
    expect(await refusal(agreed)).toEqual({ recording: 'Calls are not recorded here.' });
    expect((await start({ recording: 'declined' })).status).toBe(201);
  });

  it('is not recorded where nothing could be kept', async () => {
    const { recordings } = harness.services;
    harness.services.recordings = undefined;
    expect(await openQueues()).toMatchObject([{ recorded: false }]);
    expect(await refusal({ recording: 'accepted' })).toHaveProperty('recording');
    harness.services.recordings = recordings;
  });
});

describe('starts of one browser at once', () => {
  it('are one call, whose customer each of them is', async () => {
    const key = randomUUID();
    const starts = await Promise.all([start(key), start(key), start(key)]);
    expect(new Set(starts.map(({ callId }) => callId)).size).toBe(1);
    expect(await countCalls()).toBe(1);
    for (const { cookies } of starts) {
      expect(cookies.some((cookie) => cookie.startsWith('call='))).toBe(true);
      const next = cookies.find((cookie) => cookie.startsWith('start='));
      expect(next).toMatch(/HttpOnly; SameSite=Lax/);
      expect(next).not.toContain(key);
    }
    expect(starts[0]?.callId).not.toBe(key);
  });

  it('do not bring back a call that is over', async () => {
    const key = randomUUID();
    const first = await start(key);
    await abandonCall(harness.services.db, first.callId, 'customer-left');
    const second = await start(key);
    expect(second.callId).not.toBe(first.callId);
    expect(await countCalls()).toBe(2);
  });

  it.each([undefined, 'x', `${'1'.repeat(5_000)}`])(
    'are a call each without a key of ours (%#)',
    async (key) => {
      const starts = await Promise.all([start(key), start(key)]);
      expect(new Set(starts.map(({ callId }) => callId)).size).toBe(2);
    },
  );
});
