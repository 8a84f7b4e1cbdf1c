import { agentDaySchema } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

async function ask(who: keyof People, of: keyof People, query = '') {
  const cookie = await sessionHeader(harness, harness.people[who]);
  const params = { id: harness.people[of].id };
  return send({ file: 'api/agents/[id]/day/route.ts', method: 'GET', cookie, params, query });
}

it('tells the agent and those who look after it of the day, and no other agent', async () => {
  await callInState(harness, 'active');
  for (const who of ['owner', 'supervisor', 'admin'] as const) {
    const answer = await ask(who, 'owner');
    expect(answer.status, who).toBe(200);
    const { agent, day, today, spans } = agentDaySchema.parse(await answer.json());
    expect(agent.userId).toBe(harness.people.owner.id);
    expect(day).toBe(today);
    expect(spans.at(-1)).toMatchObject({
      status: 'on-call',
      endsAt: null,
      call: { isOver: false },
    });
  }
  expect((await ask('otherAgent', 'owner')).status).toBe(404);
});

it('has no day of who is no agent, and refuses what is no day', async () => {
  expect((await ask('admin', 'supervisor')).status).toBe(404);
  expect((await ask('owner', 'owner', '?day=2026-02-30')).status).toBe(400);
  expect((await ask('owner', 'owner', '?day=1987-01-01')).status).toBe(200);
});
