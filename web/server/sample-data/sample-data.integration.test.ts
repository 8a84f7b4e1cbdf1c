import { sampleDataSchema } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { createSampleRound } from './sample-rounds.ts';

const file = 'api/sample-data/route.ts';
let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
});
beforeEach(async () => {
  await harness.services.db`delete from sample_data`;
  await harness.clear();
});
afterAll(() => harness.close());

const never = new AbortController().signal;

async function ask(method: 'GET' | 'POST' | 'DELETE', as = cookie) {
  const response = await send({ file, method, cookie: as });
  const body = response.ok ? sampleDataSchema.parse(await response.json()) : undefined;
  return { status: response.status, state: body?.state, callsDone: body?.callsDone };
}

/** A round goes on where the one before it was broken off, as on a busy machine. */
async function untilNot(state: 'adding' | 'removing', round: () => Promise<void>): Promise<void> {
  for (let rounds = 0; rounds < 10 && (await ask('GET')).state === state; rounds += 1)
    await round();
}

it('comes and goes for an admin who asks once, and is put on record', async () => {
  const { services } = harness;
  const round = createSampleRound(services, never);
  expect(await ask('GET')).toEqual({ status: 200, state: 'none', callsDone: 0 });
  expect(await ask('POST')).toMatchObject({ status: 202, state: 'adding' });
  expect(await ask('POST')).toMatchObject({ status: 202, state: 'adding' });
  // Its last two days are enough to see.
  await services.db`
    update sample_data set options = options || jsonb_build_object(
      'fromMs', (options ->> 'untilMs')::bigint - 2 * 86400000::bigint)`;
  await untilNot('adding', round);
  const there = await ask('GET');
  expect(there.state).toBe('ready');
  expect(there.callsDone).toBeGreaterThan(100);
  expect(await ask('DELETE')).toMatchObject({ status: 202, state: 'removing' });
  expect(await ask('POST')).toMatchObject({ status: 409 });
  await untilNot('removing', round);
  expect(await ask('GET')).toMatchObject({ state: 'none', callsDone: 0 });
  const acts = await services.db`
    select action from audit_log where action like 'sample-data.%' order by id`;
  expect(acts).toEqual([{ action: 'sample-data.added' }, { action: 'sample-data.removed' }]);
}, 240_000);

it('is told supervisors, and changed by admins alone', async () => {
  const other = await sessionHeader(harness, harness.people.supervisor);
  expect(await ask('GET', other)).toMatchObject({ status: 200, state: 'none' });
  for (const method of ['POST', 'DELETE'] as const) {
    expect(await ask(method, other)).toMatchObject({ status: 403 });
  }
});
