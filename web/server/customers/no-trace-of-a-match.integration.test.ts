import { randomUUID } from 'node:crypto';
import { type CallId, callViewSchema, type NewCallEvent } from '@agent/protocol';
import { appendCallEvent, findCall, offerNextCalls, setAgentStatus } from '@agent/store';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deliver } from '../rooms/deliver.ts';
import { addCustomer, addOrder } from '../test-support/customers.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { sessionHeader } from '../test-support/viewers.ts';

const known = 'known@example.com';
let harness: Harness;
let agent: string;
beforeAll(async () => {
  harness = await startHarness();
  agent = await sessionHeader(harness, harness.people.owner);
});
beforeEach(async () => {
  // The signs of life, whose rhythm is the same for everybody.
  vi.useFakeTimers({ toFake: ['setInterval'] });
  await harness.clear();
});
afterAll(async () => {
  vi.useRealTimers();
  await harness.close();
});

it('what a known customer receives is to the byte what a stranger receives', async () => {
  const ofKnown = await wholeCall(known, helpAgent);
  await harness.clear();
  const ofStranger = await wholeCall('stranger@example.com', async () => {});
  expect(ofKnown.staffEvents).toContain('customer.linked');
  expect(ofKnown.staffEvents).toContain('order.mentioned');
  expect(ofStranger.staffEvents).not.toContain('customer.linked');
  expect(ofKnown.received.length).toBeGreaterThan(30);
  expect(alike(ofKnown.received)).toEqual(alike(ofStranger.received));
});

/** All that a customer can receive of a call from its start to its rating, in order. */
async function wholeCall(contact: string, help: (callId: CallId) => Promise<void>) {
  const { db, newId, directory } = harness.services;
  const customerId = await addCustomer(harness, { email: known });
  await addOrder(harness, customerId, '4521');
  const received: string[] = [];
  const match = vi.spyOn(directory, 'match');
  const start = { name: 'Grace Hopper', contact, consent: 'accepted', noticeVersion: '1' };
  const started = await send({ file: 'api/calls/route.ts', method: 'POST', body: start });
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { callId } = callViewSchema.parse(await started.clone().json());
  await note(started);
  const stream = statesOf(await ofCustomer('GET', '/stream'));
  received.push(await firstOf(/"agentsOnline":0/));
  await match.mock.results[0]?.value;
  match.mockRestore();
  await asked();

  await setAgentStatus(db, harness.people.owner.id, 'available');
  await states(/"agentsOnline":1/);
  await offerNextCalls(db, { offerMs: 20_000, newIdentity: newId });
  await asked();
  await send({
    file: 'api/calls/[id]/offer/accept/route.ts',
    method: 'POST',
    callId,
    cookie: agent,
  });
  await states(/"status":"active"/);
  await note(await ofCustomer('POST', '/token'));
  for (const event of talk()) {
    await tell(callId, event);
    await help(callId);
    await asked();
  }
  await note(await ofCustomer('POST', '/hangup'));
  await states(/"status":"wrap-up"/);
  await help(callId);
  const wrapUp = { disposition: 'resolved', notes: 'A note.' };
  const done = { file: 'api/calls/[id]/wrap-up/route.ts', method: 'POST', callId };
  await send({ ...done, cookie: agent, body: wrapUp });
  await states(/"status":"closed"/);
  await asked();
  await note(await ofCustomer('POST', '/rating', { score: 5 }));
  await note(await ofCustomer('GET', '/events'));
  const call = await findCall(db, callId);
  for (const { identity, message } of harness.rooms.sent.splice(0)) {
    if (identity === call?.customerIdentity) received.push(JSON.stringify(message));
  }
  await stream.close();
  const staffEvents = (await eventsOf(harness, callId)).map(({ type }) => type);
  return { received, staffEvents };

  function ofCustomer(method: string, path: string, body?: object): Promise<Response> {
    const file = `api/calls/[id]${path}/route.ts`;
    return send({ file, method, callId, cookie, ...(body && { body }) });
  }

  async function note(response: Response): Promise<void> {
    received.push(JSON.stringify([response.status, ...response.headers]), await response.text());
  }

  /** What the stream says, up to the state wanted. */
  async function states(wanted: RegExp): Promise<void> {
    do received.push(await stream.nextMessage());
    while (!wanted.test(received.at(-1) ?? ''));
  }

  /** The state wanted alone: the queue as it was a moment before may be told first, to anybody. */
  async function firstOf(wanted: RegExp): Promise<string> {
    for (;;) {
      const message = await stream.nextMessage();
      if (wanted.test(message)) return message;
    }
  }

  /** What is answered whenever the customer asks. */
  async function asked(): Promise<void> {
    for (const path of ['', '/events']) await note(await ofCustomer('GET', path));
    await note(await ofCustomer('POST', '/heartbeat'));
    await note(await send({ file: 'api/calls/current/route.ts', method: 'GET', cookie }));
  }
}

/** What both sides hear, read and are told. */
function talk(): NewCallEvent[] {
  const said = (speaker: 'customer' | 'agent', text: string) => {
    const segmentId = aSegmentId();
    const data = { segmentId, speaker, startMs: 0, endMs: 9, text, language: 'en' };
    const event = { actor: 'bot', type: 'segment.final' } as const;
    return { ...event, eventId: anEventId(segmentId), data: { ...data, meanLogProbability: null } };
  };
  const messageId = randomUUID();
  const chat = { actor: 'agent', type: 'chat.message', eventId: anEventId() } as const;
  const joined = { actor: 'bot', type: 'participant.joined', eventId: anEventId() } as const;
  return [
    { ...joined, data: { speaker: 'customer' } },
    said('customer', 'Where is order 4521?'),
    said('agent', 'Let me see.'),
    { ...chat, data: { messageId, from: 'agent', text: 'It is on its way.' } },
  ];
}

/** What the bot finds out with the customer's record, and without. */
async function helpAgent(callId: CallId): Promise<void> {
  const segmentId = aSegmentId();
  const call = await findCall(harness.services.db, callId);
  const customerId = call?.customerId ?? '';
  const scored = { segmentId, score: -0.9, label: 'negative', confidence: 1, source: 'model' };
  const helping = [
    ['sentiment.scored', scored],
    ['sentiment.alerted', { segmentId, score: -0.9, advice: 'Stay calm.' }],
    ['order.mentioned', { segmentId, orderNumber: '4521', customerId }],
    ['suggestion.density-changed', { density: 'none' }],
  ] as const;
  for (const [type, data] of helping) {
    await tell(callId, { eventId: anEventId(), actor: 'bot', type, data } as NewCallEvent);
  }
}

/** Appends an event and sends it to whom it is for. */
async function tell(callId: CallId, event: NewCallEvent): Promise<void> {
  const { services } = harness;
  const appended = await appendCallEvent(services.db, callId, event);
  const call = await findCall(services.db, callId);
  if (call) await deliver(services, call, appended);
}

/** With ids in the order of their first appearance, and without times and signatures. */
function alike(received: readonly string[]): string[] {
  const ids = new Map<string, string>();
  return received.map((text) =>
    text
      .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'signed')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
        if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
        return ids.get(id) ?? id;
      }),
  );
}
