import { type SessionPage, sessionPageSchema } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { startIndexing } from './index-sessions.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

type Who = keyof People;

async function ask(who: Who, query: Record<string, string>) {
  const cookie = await sessionHeader(harness, harness.people[who]);
  const file = 'api/sessions/route.ts';
  return send({ file, method: 'GET', cookie, query: `?${new URLSearchParams(query)}` });
}

async function pageOf(who: Who, query: Record<string, string> = {}): Promise<SessionPage> {
  return sessionPageSchema.parse(await (await ask(who, query)).json());
}

async function auditEntries() {
  return harness.services
    .db`select action, actor_id, data from audit_log where action = 'call.searched'`;
}

describe('looking for calls that are over', () => {
  it('agents find their own alone, supervisors and admins all', async () => {
    const { id: callId } = await callInState(harness, 'closed');
    for (const who of ['owner', 'supervisor', 'admin'] as const) {
      expect(
        (await pageOf(who)).sessions.map((one) => one.callId),
        who,
      ).toEqual([callId]);
    }
    expect((await pageOf('otherAgent')).sessions).toEqual([]);
    const { id: agent } = harness.people.owner;
    expect((await pageOf('supervisor', { agent })).count.value).toBe(1);
    const spying = await pageOf('otherAgent', { agent });
    expect(spying).toEqual({ sessions: [], nextCursor: null, count: { value: 0, isMore: false } });
  });

  it('a call that has just ended is listed at once, and found by a word within a moment', async () => {
    const indexing = startIndexing(harness.services, { everyMs: 50, allEveryMs: 60_000 });
    try {
      await callInState(harness, 'wrap-up');
      expect((await pageOf('owner')).count.value).toBe(1);
      const found = async () => (await pageOf('owner', { query: 'ada' })).count.value;
      await expect.poll(found, { timeout: 3_000 }).toBe(1);
      await harness.services.db`
        update calls set status = 'closed', wrapped_up_at = now(), disposition = 'other',
          notes = 'She wants a lamp', last_seq = last_seq + 1`;
      const noted = async () => (await pageOf('owner', { query: 'lamps' })).sessions[0]?.hits;
      await expect.poll(noted, { timeout: 3_000 }).toMatchObject([{ where: 'notes' }]);
    } finally {
      await indexing.close();
      await indexing.close();
    }
  });

  it('is put on record with what was found and by what, without the words', async () => {
    await callInState(harness, 'closed');
    await pageOf('owner');
    expect(await auditEntries()).toEqual([]);
    await pageOf('owner', { query: 'unmistakable', rating: '5' });
    await pageOf('owner', { order: 'A-1042' });
    const entries = await auditEntries();
    expect(entries.map(({ data }) => data)).toEqual([
      { by: ['rating', 'words'], queryLength: 12, found: 0, isFirstPage: true },
      { by: ['order'], queryLength: 0, found: 0, isFirstPage: true },
    ]);
    expect(harness.logLines.join('')).not.toContain('unmistakable');
  });

  it.each([
    [{ from: '2026-02-02', to: '2026-02-01' }, 'from'],
    [{ from: '2026-02-30' }, 'from'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: '2026-02-02T10:00:00' }, 'from'],
    [{ from: '2026-02-02T00:00:00+02:00', to: '2026-02-01T21:00:00Z' }, 'from'],
    [{ cursor: 'x' }, 'cursor'],
    [{ cursor: 'x'.repeat(201) }, 'cursor'],
    [{ agent: "' or 1=1" }, 'agent'],
    [{ rating: '6' }, 'rating'],
    [{ outcome: 'Won!' }, 'outcome'],
    [{ query: 'the' }, 'query'],
    [{ query: 'x'.repeat(201) }, 'query'],
    [{ query: 'word '.repeat(200) }, 'query'],
  ])('%o is refused and says why', async (query, field) => {
    const response = await ask('supervisor', query as never);
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).fields ?? {})).toEqual([field]);
  });

  it('takes signs that Postgres cannot store', async () => {
    for (const query of ['ada \0', '\ud800', '%00', '\\', "'"]) {
      expect((await ask('owner', { query })).status, query).toBeLessThan(500);
      expect((await ask('owner', { query: 'ada', order: query })).status, query).toBe(200);
    }
  });

  it('is refused when it comes too fast', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 41; index += 1) statuses.push((await ask('owner', {})).status);
    expect(statuses).toEqual([...Array.from({ length: 40 }, () => 200), 429]);
    expect((await ask('otherAgent', {})).status).toBe(200);
  });
});
