import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import {
  audienceOf,
  type CallEventData,
  type CallEventType,
  callEventData,
  eventPageSchema,
  type NewCallEvent,
} from '@agent/protocol';
import { appendCallEvent, linkCustomer, setSuggestionDensity } from '@agent/store';
import { aCustomerId, anEventId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { addCustomer, addOrder } from '../test-support/customers.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { offerSuggestion } from '../test-support/suggestions.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

/** In every text that is for the agent alone. */
const secret = 'Unmistakable';
const suggestionId = aSuggestionId();
const segmentId = aSegmentId();

type AssistType = Extract<
  CallEventType,
  `${'suggestion' | 'assist' | 'sentiment' | 'customer' | 'order'}.${string}`
>;

/** One event of each kind that helps the agent. */
const assist: { [T in AssistType]: CallEventData<T> } = {
  'suggestion.offered': {
    suggestionId,
    segmentId,
    suggestion: `${secret} words to say.`,
    reasoning: `${secret} reason.`,
    action: 'offer_refund',
    confidence: 0.9,
    source: { kind: 'playbook', name: `${secret} guidance`, cardId: 'refund-request' },
    important: true,
  },
  'suggestion.edited': { suggestionId, text: `${secret} words of the agent.` },
  'suggestion.accepted': { suggestionId, how: 'said' },
  'suggestion.dismissed': { suggestionId },
  'suggestion.marked-wrong': { suggestionId },
  'suggestion.expired': { suggestionId, reason: 'moved-on' },
  'suggestion.density-changed': { density: 'none' },
  'assist.changed': { model: 'off', reason: 'quota-exhausted' },
  'sentiment.scored': { segmentId, score: -0.9, label: 'negative', confidence: 1, source: 'model' },
  'sentiment.alerted': { segmentId, score: -0.9, advice: `${secret} advice.` },
  'customer.linked': { customerId: aCustomerId(secret), by: 'match' },
  'order.mentioned': { segmentId, orderNumber: 'UNMISTAKABLE', customerId: aCustomerId(secret) },
};

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.sent.length = 0;
});
afterAll(() => harness.close());

describe('what helps the agent', () => {
  it('is for staff, every kind of it', () => {
    const helping = Object.keys(callEventData).filter((type) =>
      /^(suggestion|assist|sentiment|customer|order)\./.test(type),
    );
    expect(helping.sort()).toEqual(Object.keys(assist).sort());
    for (const type of Object.keys(assist)) expect(audienceOf(type as AssistType)).toBe('staff');
  });

  it("changes nothing of what the customer's pages are sent", async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const before = await allForCustomer(callId, cookie);
    await helpAgent(callId);
    await sayGoodbye(callId);
    const after = await allForCustomer(callId, cookie);
    expect(after.call).toBe(before.call);
    expect(after.stream).toBe(before.stream);
    for (const text of Object.values(after)) expect(text).not.toMatch(/unmistakable/i);
    const { envelopes } = eventPageSchema.parse(JSON.parse(after.events));
    const known = eventPageSchema.parse(JSON.parse(before.events));
    expect(envelopes.slice(0, -1)).toEqual(known.envelopes);
    expect(envelopes.at(-1)).toMatchObject({
      prevSeq: known.lastSeq,
      event: { type: 'chat.message' },
    });
  });

  it('is there for the agent, in the very same log', async () => {
    const { id: callId } = await callInState(harness, 'active');
    await helpAgent(callId);
    const types = new Set((await eventsOf(harness, callId)).map(({ type }) => type));
    for (const type of Object.keys(assist)) expect(types).toContain(type);
  });

  it("does not reach the customer's side of the room", async () => {
    const call = await callInState(harness, 'active');
    const cookie = await sessionHeader(harness, harness.people.owner);
    const customerId = await addCustomer(harness);
    await offerSuggestion(harness, call.id, suggestionId);
    const put = { method: 'PUT', callId: call.id, cookie };
    await send({ ...put, file: 'api/calls/[id]/customer/route.ts', body: { customerId } });
    for (const density of ['none', 'all']) {
      const file = 'api/agent/suggestion-density/route.ts';
      await send({ ...put, file, body: { density } });
    }
    await send({
      ...put,
      method: 'POST',
      file: 'api/calls/[id]/suggestions/[suggestionId]/route.ts',
      params: { suggestionId },
      body: { outcome: 'accepted', how: 'said' },
    });
    await expect.poll(() => harness.rooms.sent).toHaveLength(4);
    const identities = new Set(harness.rooms.sent.map(({ identity }) => identity));
    expect([...identities]).toEqual([call.agentIdentity]);
  });

  /** Everything that a customer's browser can read of its call, as text. */
  async function allForCustomer(callId: CallId, cookie: string) {
    const get = (path: string) =>
      send({ file: `api/calls/[id]${path}/route.ts`, method: 'GET', callId, cookie });
    const stream = statesOf(await get('/stream'));
    const first = JSON.stringify(await stream.next());
    await stream.close();
    const heartbeat = { file: 'api/calls/[id]/heartbeat/route.ts', method: 'POST' };
    return {
      call: await (await get('')).text(),
      stream: first,
      events: await (await get('/events')).text(),
      heartbeat: await (await send({ ...heartbeat, callId, cookie })).text(),
    };
  }

  async function helpAgent(callId: CallId): Promise<void> {
    const { db } = harness.services;
    const customerId = await addCustomer(harness, { name: `${secret} Person` });
    await addOrder(harness, customerId, '4521');
    await linkCustomer(db, callId, { customerId, by: 'agent' });
    await setSuggestionDensity(db, harness.people.owner.id, 'important');
    await setSuggestionDensity(db, harness.people.owner.id, 'all');
    for (const [type, data] of Object.entries(assist)) {
      const event = { eventId: anEventId(), actor: 'bot', type, data } as NewCallEvent;
      await appendCallEvent(db, callId, event);
    }
  }

  async function sayGoodbye(callId: CallId): Promise<void> {
    const from = 'agent' as const;
    const messageId = randomUUID();
    await appendCallEvent(harness.services.db, callId, {
      eventId: anEventId(messageId),
      actor: from,
      type: 'chat.message',
      data: { messageId, from, text: 'Goodbye' },
    });
  }
});
