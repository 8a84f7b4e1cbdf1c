import { agentStreamSchema } from '@agent/protocol';
import { setAgentStatus } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { meters } from '../meters.ts';
import { addCall } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

const deskStream = { file: 'api/agent/stream/route.ts', method: 'GET' };

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

it('answers HEAD as it would GET, and keeps no stream', async () => {
  const cookie = await sessionHeader(harness, harness.people.owner);
  for (let count = 0; count < 300; count += 1) {
    const response = await send({ ...deskStream, method: 'HEAD', cookie });
    expect(response.status).toBe(200);
    expect(response.body).toBeNull();
  }
  expect((await send({ ...deskStream, method: 'HEAD' })).status).toBe(401);
  expect(await openStreams()).toBe(0);
});

it('keeps a few streams of one person; changes of another desk are not held up by them', async () => {
  const { services, people } = harness;
  const cookie = await sessionHeader(harness, people.owner);
  const bodies: Promise<string>[] = [];
  for (let count = 0; count < 200; count += 1) {
    bodies.push((await send({ ...deskStream, cookie })).text());
  }
  expect(await openStreams()).toBe(4);
  const closed = await Promise.all(bodies.slice(0, 196));
  expect(closed.every((text) => text.includes('event: replaced'))).toBe(true);

  const other = await openDesk(await sessionHeader(harness, people.otherAgent));
  const before = await queueReads();
  const startedAt = performance.now();
  for (let change = 0; change < 20; change += 1) {
    const status = change % 2 === 0 ? 'available' : 'break';
    await setAgentStatus(services.db, people.otherAgent.id, status);
    await other.until((state) => state.status === status);
  }
  const tookMs = Math.round(performance.now() - startedAt);
  process.stdout.write(`20 changes of another desk: ${tookMs} ms\n`);
  // One read for each change, and one a second for what nobody is told of.
  expect((await queueReads()) - before).toBeLessThanOrEqual(20 + Math.ceil(tookMs / 1_000) + 1);
  await other.close();
});

it('reads the queue once per change, however many look on', async () => {
  const customers = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const { call } = await addCall(harness);
      const cookie = await customerHeader(harness, call.id);
      return send({
        file: 'api/calls/[id]/stream/route.ts',
        method: 'GET',
        callId: call.id,
        cookie,
      });
    }),
  );
  const desk = await openDesk(await sessionHeader(harness, harness.people.owner));
  await desk.until((state) => state.queue.waiting === 12);
  const before = await queueReads();
  const startedAt = performance.now();
  await addCall(harness);
  await desk.until((state) => state.queue.waiting === 13);
  const seconds = Math.ceil((performance.now() - startedAt) / 1_000);
  expect((await queueReads()) - before).toBeLessThanOrEqual(1 + seconds);
  await desk.close();
  for (const { body } of customers) await body?.cancel();
});

/** The desk of somebody, as its stream tells of it. */
async function openDesk(cookie: string) {
  const { body } = await send({ ...deskStream, cookie });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  return {
    async until(isIt: (state: ReturnType<typeof agentStreamSchema.parse>) => boolean) {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        const [, data] = /^data: (.*)$/m.exec(decoder.decode(value)) ?? [];
        if (data && isIt(agentStreamSchema.parse(JSON.parse(data)))) return;
      }
    },
    close: () => reader.cancel(),
  };
}

async function openStreams(): Promise<number> {
  const { values } = await meters.openStreams.get();
  return values.find(({ labels }) => labels.stream === 'agent')?.value ?? 0;
}

async function queueReads(): Promise<number> {
  const { values } = await meters.queueReads.get();
  return values[0]?.value ?? 0;
}
