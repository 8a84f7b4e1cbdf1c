import { randomUUID } from 'node:crypto';
import {
  agentStreamSchema,
  type CallId,
  callEventEnvelopeSchema,
  type SuggestionId,
} from '@agent/protocol';
import { endCall } from '@agent/store';
import { aSuggestionId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { expireSuggestion, offerSuggestion } from '../test-support/suggestions.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.owner);
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.sent.length = 0;
});
afterAll(() => harness.close());

describe('what the agent did with a suggestion', () => {
  it.each([
    [{ outcome: 'accepted', how: 'chat' }, 'suggestion.accepted', { how: 'chat' }],
    [{ outcome: 'accepted', how: 'said' }, 'suggestion.accepted', { how: 'said' }],
    [{ outcome: 'edited', text: ' Mine. ' }, 'suggestion.edited', { text: 'Mine.' }],
    [{ outcome: 'dismissed' }, 'suggestion.dismissed', {}],
    [{ outcome: 'marked-wrong' }, 'suggestion.marked-wrong', {}],
  ])('%j is stored, answered and sent to the agent alone', async (outcome, type, data) => {
    const call = await callInState(harness, 'active');
    const suggestionId = await offered(call.id);
    const response = await settle(call.id, suggestionId, outcome);
    expect(response.status).toBe(201);
    const envelope = callEventEnvelopeSchema.parse(await response.json());
    expect(envelope).toMatchObject({
      prevSeq: call.lastSeq + 1,
      event: { type, actor: 'agent', data: { suggestionId, ...data } },
    });
    expect((await eventsOf(harness, call.id)).at(-1)).toEqual(envelope.event);
    await expect.poll(() => harness.rooms.sent).toHaveLength(1);
    expect(harness.rooms.sent).toEqual([
      {
        callId: call.id,
        identity: call.agentIdentity,
        message: { kind: 'event', callId: call.id, envelope },
      },
    ]);
  });

  it('is stored once however often it is sent, also after the end', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const suggestionId = await offered(callId);
    const outcome = { outcome: 'edited', text: 'Mine.' };
    const [first, second] = await Promise.all([
      settle(callId, suggestionId, outcome),
      settle(callId, suggestionId, outcome),
    ]);
    const envelope = await first.json();
    expect(await second.json()).toEqual(envelope);
    await endCall(harness.services.db, callId, 'agent-hung-up');
    const late = await settle(callId, suggestionId, outcome);
    expect(late.status).toBe(201);
    expect(await late.json()).toEqual(envelope);
    const types = (await eventsOf(harness, callId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'suggestion.edited')).toHaveLength(1);
  });

  it.each([
    [{ outcome: 'accepted', how: 'said' }, 'This suggestion was used already.'],
    [{ outcome: 'edited', text: 'Mine.' }, 'This suggestion was edited already.'],
    [{ outcome: 'dismissed' }, 'This suggestion was dismissed already.'],
    [{ outcome: 'marked-wrong' }, 'This suggestion was marked as wrong already.'],
  ])('%j leaves no place for another outcome', async (outcome, message) => {
    const { id: callId } = await callInState(harness, 'active');
    const suggestionId = await offered(callId);
    await settle(callId, suggestionId, outcome);
    const others = [
      { outcome: 'edited', text: 'Another.' },
      { outcome: 'accepted', how: 'chat' },
    ];
    for (const other of others) {
      const response = await settle(callId, suggestionId, other);
      expect(response.status).toBe(409);
      expect((await errorOf(response)).message).toBe(message);
    }
  });

  it('comes too late for a suggestion that has expired, and after the end', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const [expired, open] = [await offered(callId), await offered(callId)];
    await expireSuggestion(harness, callId, expired, 6_000);
    const late = await settle(callId, expired, { outcome: 'dismissed' });
    expect(late.status).toBe(409);
    expect((await errorOf(late)).message).toContain('the talk has moved on');
    await endCall(harness.services.db, callId, 'agent-hung-up');
    const later = await settle(callId, open, { outcome: 'dismissed' });
    expect(later.status).toBe(409);
    expect((await errorOf(later)).message).toBe('This call has ended.');
  });

  it('counts when the suggestion expired while the words went out', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const suggestionId = await offered(callId);
    await expireSuggestion(harness, callId, suggestionId, 4_000);
    const used = await settle(callId, suggestionId, { outcome: 'accepted', how: 'chat' });
    expect(used.status).toBe(201);
    const other = await settle(callId, suggestionId, { outcome: 'dismissed' });
    expect((await errorOf(other)).message).toBe('This suggestion was used already.');
    const types = (await eventsOf(harness, callId)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['suggestion.expired', 'suggestion.accepted']);
  });

  it('is decided by the first of several at once', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const suggestionId = await offered(callId);
    const responses = await Promise.all(
      [
        { outcome: 'accepted', how: 'said' },
        { outcome: 'dismissed' },
        { outcome: 'marked-wrong' },
        { outcome: 'edited', text: 'Mine.' },
      ].map((outcome) => settle(callId, suggestionId, outcome)),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('needs a suggestion of this very call', async () => {
    const { id: other } = await callInState(harness, 'closed');
    const suggestionId = await offered(other);
    const { id: callId } = await callInState(harness, 'active');
    for (const id of [suggestionId, randomUUID(), 'no-uuid']) {
      expect((await settle(callId, id, { outcome: 'dismissed' })).status).toBe(404);
    }
  });

  it.each([
    [{ outcome: 'edited', text: '  ' }, 'text'],
    [{ outcome: 'edited', text: 'x'.repeat(2001) }, 'text'],
    [{ outcome: 'accepted', how: 'sung' }, 'how'],
    [{ outcome: 'expired' }, 'outcome'],
    [{}, 'outcome'],
  ])('%j is refused at the field %s', async (outcome, field) => {
    const { id: callId } = await callInState(harness, 'active');
    const response = await settle(callId, await offered(callId), outcome);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty(field);
  });

  async function offered(callId: CallId): Promise<SuggestionId> {
    const suggestionId = aSuggestionId();
    await offerSuggestion(harness, callId, suggestionId);
    return suggestionId;
  }

  function settle(callId: CallId, suggestionId: string, body: unknown): Promise<Response> {
    const file = 'api/calls/[id]/suggestions/[suggestionId]/route.ts';
    return send({ file, method: 'POST', callId, params: { suggestionId }, cookie, body });
  }
});

describe('how many suggestions an agent wants', () => {
  it('is kept for the agent and shown at its desk', async () => {
    const file = 'api/agent/stream/route.ts';
    const desk = statesOf(await send({ file, method: 'GET', cookie }));
    expect(agentStreamSchema.parse(await desk.next()).suggestionDensity).toBe('all');
    expect((await choose('none')).status).toBe(204);
    await desk.until((state) => agentStreamSchema.parse(state).suggestionDensity === 'none');
    await desk.close();
    await choose('all');
  });

  it('is told to the call at hand once, and to its agent alone', async () => {
    const call = await callInState(harness, 'active');
    for (const density of ['important', 'important'] as const) await choose(density);
    await expect.poll(() => harness.rooms.sent).toHaveLength(1);
    expect(harness.rooms.sent[0]?.identity).toBe(call.agentIdentity);
    const changes = (await eventsOf(harness, call.id)).filter(
      ({ type }) => type === 'suggestion.density-changed',
    );
    expect(changes.map(({ data }) => data)).toEqual([{ density: 'important' }]);
    await choose('all');
  });

  it('is one of three', async () => {
    const response = await choose('some');
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty('density');
  });

  function choose(density: string): Promise<Response> {
    const file = 'api/agent/suggestion-density/route.ts';
    return send({ file, method: 'PUT', cookie, body: { density } });
  }
});
