import { randomUUID } from 'node:crypto';
import { callEventEnvelopeSchema, type SegmentId } from '@agent/protocol';
import { appendCallEvent, type CallRow } from '@agent/store';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { offerSuggestion } from '../test-support/suggestions.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let call: CallRow;
let cookies: { customer: string; agent: string };
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  call = await callInState(harness, 'active');
  cookies = {
    customer: await customerHeader(harness, call.id),
    agent: await sessionHeader(harness, harness.people.owner),
  };
});
afterAll(() => harness.close());

describe('a chat message', () => {
  it('takes the place of nothing: a final comes after a message with its id', async () => {
    const segmentId = aSegmentId();
    expect((await write('customer', segmentId, 'I take this id.')).status).toBe(201);
    await say(segmentId);
    expect((await eventsOf(harness, call.id)).slice(-2)).toMatchObject([
      { type: 'chat.message', data: { messageId: segmentId } },
      { type: 'segment.final', eventId: anEventId(segmentId) },
    ]);
  });

  it('with the id of an event that is there, for all or for staff, is answered like any other', async () => {
    const segmentId = aSegmentId();
    await say(segmentId);
    const offered = await offerSuggestion(harness, call.id);
    const ids = [segmentId, offered.event.eventId, randomUUID()];
    for (const id of ids) expect((await write('customer', id, 'Hello')).status).toBe(201);
    const messages = (await eventsOf(harness, call.id)).slice(-ids.length);
    expect(messages.map(({ data }) => data)).toEqual(
      ids.map((messageId) => ({ messageId, from: 'customer', text: 'Hello' })),
    );
  });

  it('sent again has the same answer; with other words it is refused, and counted', async () => {
    const id = randomUUID();
    const first = await write('customer', id, 'Hello');
    await offerSuggestion(harness, call.id);
    const again = await write('customer', id, 'Hello');
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
    const before = await takenIds();
    const other = await write('customer', id, 'Goodbye');
    expect(other.status).toBe(409);
    expect((await errorOf(other)).message).toBe('Something else was sent under this id before.');
    expect(await takenIds()).toBe(before + 1);
    expect(harness.logLines.join('')).toContain('event refused');
    expect(harness.logLines.join('')).not.toContain('Goodbye');
  });

  it('of each side has ids of its own', async () => {
    const id = randomUUID();
    const [byCustomer, byAgent] = [
      await write('customer', id, 'Me'),
      await write('agent', id, 'I'),
    ];
    expect([byCustomer.status, byAgent.status]).toEqual([201, 201]);
    const [one, other] = [await envelopeOf(byCustomer), await envelopeOf(byAgent)];
    expect(one.event.eventId).not.toBe(other.event.eventId);
  });

  it('is numbered for its sender as its sender counts', async () => {
    await offerSuggestion(harness, call.id);
    const answer = await envelopeOf(await write('customer', randomUUID(), 'Hello'));
    expect(answer).toMatchObject({ event: { seq: 3 }, prevSeq: 2 });
    const toAgent = await envelopeOf(await write('agent', randomUUID(), 'Hello'));
    expect(toAgent).toMatchObject({ event: { seq: 6 }, prevSeq: 5 });
  });
});

function write(side: 'customer' | 'agent', messageId: string, text: string): Promise<Response> {
  const to = { file: 'api/calls/[id]/chat/route.ts', method: 'POST', callId: call.id };
  return send({ ...to, cookie: cookies[side], body: { messageId, text } });
}

function say(segmentId: SegmentId) {
  return appendCallEvent(harness.services.db, call.id, {
    eventId: anEventId(segmentId),
    actor: 'bot',
    type: 'segment.final',
    data: {
      ...{ segmentId, speaker: 'agent', startMs: 0, endMs: 900 },
      ...{ text: 'I owe you a refund.', language: 'en', meanLogProbability: null },
    },
  });
}

async function envelopeOf(response: Response) {
  return callEventEnvelopeSchema.parse(await response.json());
}

async function takenIds(): Promise<number> {
  return (await harness.services.meters.takenEventIds.get()).values[0]?.value ?? 0;
}
