import { eventPageSchema } from '@agent/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

it('a stored event that does not fit its schema is left out for both sides, counted and named', async () => {
  const { id: callId } = await callInState(harness, 'active');
  await harness.services.db`
    with counted as (
      update calls set last_seq = last_seq + 1, last_public_seq = last_public_seq + 1
      where id = ${callId} returning *
    )
    insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
    select id, last_seq, gen_random_uuid(), now(), 'customer', 'chat.message', 'public',
      last_public_seq, '{"text":"unmistakable"}' from counted`;
  const file = 'api/calls/[id]/chat/route.ts';
  const customer = await customerHeader(harness, callId);
  const body = { messageId: crypto.randomUUID(), text: 'Hello?' };
  await send({ file, method: 'POST', callId, cookie: customer, body });
  const before = await unreadableEvents();
  const ofCustomer = await pageFor(customer);
  expect(seqsOf(ofCustomer)).toEqual([
    [1, 0],
    [2, 1],
    [4, 2],
  ]);
  expect(ofCustomer).toMatchObject({ lastSeq: 4, throughSeq: 4 });
  const ofAgent = await pageFor(await sessionHeader(harness, harness.people.owner));
  expect(seqsOf(ofAgent)).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [5, 3],
  ]);
  expect(await unreadableEvents()).toBe(before + 2);
  const lines = harness.logLines.filter((line) => line.includes('stored events cannot be read'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('chat.message');
  expect(lines.join('')).not.toContain('unmistakable');

  async function pageFor(cookie: string) {
    const page = { file: 'api/calls/[id]/events/route.ts', method: 'GET', callId, cookie };
    return eventPageSchema.parse(await (await send(page)).json());
  }
});

function seqsOf({ envelopes }: ReturnType<typeof eventPageSchema.parse>): number[][] {
  return envelopes.map(({ event, prevSeq }) => [event.seq, prevSeq]);
}

async function unreadableEvents(): Promise<number> {
  return (await harness.services.meters.unreadableEvents.get()).values[0]?.value ?? 0;
}
