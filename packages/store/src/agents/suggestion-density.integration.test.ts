import type { CallId } from '@agent/protocol';
import { expect, test, vi } from 'vitest';
import { endCall } from '../calls/call-endings.ts';
import { findCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { acceptOffer } from '../calls/offers.ts';
import { listen } from '../database/notifications.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { newActiveCall, newAgent, newCall, offerOptions, useStore } from '../test-support/store.ts';
import { agentDesk } from './agents.ts';
import { setSuggestionDensity } from './suggestion-density.ts';

const store = useStore();

async function offered(agentDensity?: 'all' | 'important' | 'none') {
  const agentId = await newAgent(store.db);
  if (agentDensity) await setSuggestionDensity(store.db, agentId, agentDensity);
  const { id } = await newCall(store.db);
  await offerNextCalls(store.db, offerOptions);
  return { agentId, callId: id };
}

async function densities(callId: CallId): Promise<unknown[]> {
  const { envelopes } = await readCallEvents(store.db, callId, {
    audience: 'staff',
    afterSeq: 0,
    limit: 100,
  });
  return envelopes.flatMap(({ event }) =>
    event.type === 'suggestion.density-changed' ? event.data.density : [],
  );
}

test('an agent sees all suggestions until it chooses otherwise, and keeps its choice', async () => {
  const agentId = await newAgent(store.db);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ suggestionDensity: 'all' });
  expect(await setSuggestionDensity(store.db, agentId, 'important')).toBeUndefined();
  expect(await agentDesk(store.db, agentId)).toMatchObject({ suggestionDensity: 'important' });
});

test('a change during a call is in its log, once, and for staff only', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const changed = await setSuggestionDensity(store.db, agentId, 'none');
  expect(changed?.call.id).toBe(call.id);
  expect(changed?.appended.event).toMatchObject({ actor: 'agent', data: { density: 'none' } });
  expect(await setSuggestionDensity(store.db, agentId, 'none')).toBeUndefined();
  expect(await densities(call.id)).toEqual(['none']);
  expect(await findCall(store.db, call.id)).toEqual(changed?.call);
  expect(changed?.call.lastPublicSeq).toBe(call.lastPublicSeq);
});

test('a call that is over is told of no change', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'agent-hung-up');
  expect(await setSuggestionDensity(store.db, agentId, 'none')).toBeUndefined();
  expect(await densities(call.id)).toEqual([]);
});

test('an accepted call learns what its agent wants, right after it was accepted', async () => {
  const { agentId, callId } = await offered('important');
  const accepted = await acceptOffer(store.db, callId, agentId);
  expect(accepted?.appended.event.type).toBe('call.accepted');
  expect(accepted?.alsoAppended.map(({ event }) => [event.seq, event.data])).toEqual([
    [(accepted?.appended.event.seq ?? 0) + 1, { density: 'important' }],
  ]);
  expect(await findCall(store.db, callId)).toEqual(accepted?.call);
});

test('of an agent who wants all the log says nothing', async () => {
  const { agentId, callId } = await offered();
  expect((await acceptOffer(store.db, callId, agentId))?.alsoAppended).toEqual([]);
  expect(await densities(callId)).toEqual([]);
});

test('a choice made while the call is accepted is never lost', async () => {
  for (let round = 0; round < 5; round++) {
    const { agentId, callId } = await offered('important');
    await Promise.all([
      acceptOffer(store.db, callId, agentId),
      setSuggestionDensity(store.db, agentId, 'none'),
    ]);
    expect((await densities(callId)).at(-1)).toBe('none');
    await endCall(store.db, callId, 'system');
  }
});

test('a change is told to the agent’s screens', async () => {
  const agentId = await newAgent(store.db);
  const told: string[] = [];
  const listening = await listen(store.db, 'desk', (payload) => told.push(payload));
  await setSuggestionDensity(store.db, agentId, 'none');
  await vi.waitUntil(() => told.includes(agentId));
  await listening.close();
});
