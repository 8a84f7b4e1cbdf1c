import { randomUUID } from 'node:crypto';
import { callViewSchema } from '@agent/protocol';
import { abandonCall } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
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
