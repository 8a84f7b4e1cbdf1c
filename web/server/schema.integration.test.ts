import { afterAll, beforeAll, expect, it } from 'vitest';
import { awaitSchema } from './await-schema.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { send } from './test-support/send.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const ready = { file: 'readyz/route.ts', method: 'GET' };
const unknown = '99999999999999';

it('is not ready, and says why, while the database has another schema', async () => {
  const { services, logLines } = harness;
  expect(await (await send(ready)).json()).toEqual({ database: true, schema: true, livekit: true });
  await services.db`insert into schema_migrations (version) values (${unknown})`;
  const answer = await send(ready);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ database: true, schema: false, livekit: true });
  expect(logLines.some((line) => line.includes(`it has ${unknown}`))).toBe(true);
  await expect(awaitSchema(services)).rejects.toMatchObject({ reason: 'wrong-schema' });
  await services.db`delete from schema_migrations where version = ${unknown}`;
  expect((await send(ready)).status).toBe(200);
});

it('waits for Postgres before it judges the schema', async () => {
  const { services, postgres } = harness;
  await postgres.stop();
  let isKnown = false;
  const known = awaitSchema(services).then(() => {
    isKnown = true;
  });
  expect(await (await send(ready)).json()).toMatchObject({ database: false, schema: false });
  expect(isKnown).toBe(false);
  await postgres.start();
  await known;
});
