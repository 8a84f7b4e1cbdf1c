import type { CallRow } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';
import { createRound } from './dispatch.ts';

let harness: Harness;
let call: CallRow;
let agent: string;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  call = await callInState(harness, 'active');
  agent = await sessionHeader(harness, harness.people.owner);
});
afterAll(() => harness.close());

function pause(paused: unknown, { cookie = agent, callId = call.id } = {}): Promise<Response> {
  const to = { file: 'api/calls/[id]/recording-pause/route.ts', method: 'POST', callId };
  return send({ ...to, cookie, body: { paused } });
}

async function pausesIn(): Promise<string[]> {
  const types = (await eventsOf(harness, call.id)).map(({ type }) => type);
  return types.filter((type) => type.startsWith('recording.'));
}

describe('pausing the recording', () => {
  it('is told to both sides, and asked twice is done once', async () => {
    for (const paused of [true, true, false, false]) {
      expect((await pause(paused)).status).toBe(204);
    }
    expect(await pausesIn()).toEqual(['recording.paused', 'recording.resumed']);
    const told = harness.rooms.sent.filter(({ callId, message }) => {
      return callId === call.id && message?.kind === 'event' && isPause(message.envelope.event);
    });
    expect(new Set(told.map(({ identity }) => identity)).size).toBe(2);
  });

  it('is for the agent of this very call', async () => {
    const others = [
      await sessionHeader(harness, harness.people.otherAgent),
      await sessionHeader(harness, harness.people.admin),
      await customerHeader(harness, (await addCall(harness)).call.id),
    ];
    for (const cookie of others) expect((await pause(true, { cookie })).status).toBe(404);
    const customer = await customerHeader(harness, call.id);
    expect((await pause(true, { cookie: customer })).status).toBe(403);
    expect(await pausesIn()).toEqual([]);
  });

  it('is refused in plain words where nothing is recorded, or any more', async () => {
    await harness.clear();
    call = await callInState(harness, 'active', { recorded: false });
    const refused = await pause(true);
    expect(refused.status).toBe(409);
    expect((await errorOf(refused)).message).toBe('This call is not recorded.');
    await harness.clear();
    call = await callInState(harness, 'wrap-up');
    expect((await pause(true)).status).toBe(409);
    expect((await pause(false)).status).toBe(409);
  });

  it('takes a yes or a no and nothing else', async () => {
    for (const paused of ['true', 1, null, undefined]) {
      expect((await pause(paused)).status).toBe(400);
    }
  });

  it('ends by itself after five minutes', async () => {
    await pause(true);
    const round = createRound(harness.services);
    await age(290);
    await round();
    expect(await pausesIn()).toEqual(['recording.paused']);
    await age(11);
    await round();
    await round();
    expect(await pausesIn()).toEqual(['recording.paused', 'recording.resumed']);
    expect((await eventsOf(harness, call.id)).at(-1)?.actor).toBe('system');
  });
});

const isPause = ({ type }: { type: string }) => type === 'recording.paused';

async function age(seconds: number): Promise<void> {
  await harness.services.db`
    update calls set recording_paused_at = recording_paused_at - ${seconds}::int * interval '1 s'`;
}
