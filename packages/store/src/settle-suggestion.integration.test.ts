import { randomUUID } from 'node:crypto';
import type { NewCallEvent, SuggestionOutcome } from '@agent/protocol';
import { expect, test } from 'vitest';
import { endCall } from './call-endings.ts';
import { appendCallEvent, readCallEvents } from './call-events.ts';
import { settleSuggestion } from './settle-suggestion.ts';
import { newActiveCall, useStore } from './test-support/store.ts';

const store = useStore();
const dismissed: SuggestionOutcome = { outcome: 'dismissed' };

async function offered(): Promise<{ callId: string; suggestionId: string }> {
  const { call } = await newActiveCall(store.db);
  const suggestionId = randomUUID();
  await appendCallEvent(store.db, call.id, suggestionOffered(suggestionId));
  return { callId: call.id, suggestionId };
}

function suggestionOffered(suggestionId: string): NewCallEvent {
  const data = {
    suggestionId,
    segmentId: randomUUID(),
    suggestion: 'I will look into it.',
    reasoning: 'It is late.',
    action: 'explain',
    confidence: 0.8,
    source: { kind: 'playbook', name: 'Deliveries', cardId: 'delivery-delay' },
    important: false,
  } as const;
  return { eventId: randomUUID(), actor: 'bot', type: 'suggestion.offered', data };
}

async function fates(callId: string): Promise<string[]> {
  const { envelopes } = await readCallEvents(store.db, callId, {
    audience: 'staff',
    afterSeq: 0,
    limit: 100,
  });
  return envelopes
    .map(({ event }) => event.type)
    .filter((type) => type.startsWith('suggestion.') && type !== 'suggestion.offered');
}

test.each<[SuggestionOutcome, string, object]>([
  [{ outcome: 'accepted', how: 'chat' }, 'suggestion.accepted', { how: 'chat' }],
  [{ outcome: 'edited', text: 'In my words.' }, 'suggestion.edited', { text: 'In my words.' }],
  [{ outcome: 'dismissed' }, 'suggestion.dismissed', {}],
  [{ outcome: 'marked-wrong' }, 'suggestion.marked-wrong', {}],
])('%o becomes %s of the agent', async (outcome, type, data) => {
  const { callId, suggestionId } = await offered();
  const settled = await settleSuggestion(store.db, callId, suggestionId, outcome, randomUUID());
  expect(settled).toMatchObject({
    event: { type, actor: 'agent', data: { suggestionId, ...data } },
  });
});

test('a suggestion of another call, or of none, is not found', async () => {
  const { callId } = await offered();
  const other = await offered();
  for (const suggestionId of [other.suggestionId, randomUUID()]) {
    const settle = settleSuggestion(store.db, callId, suggestionId, dismissed, randomUUID());
    expect(await settle).toBe('not-found');
  }
});

test('the first outcome stays', async () => {
  const { callId, suggestionId } = await offered();
  await settleSuggestion(store.db, callId, suggestionId, dismissed, randomUUID());
  const accepted = { outcome: 'accepted', how: 'said' } as const;
  const second = settleSuggestion(store.db, callId, suggestionId, accepted, randomUUID());
  expect(await second).toEqual({ settledAs: 'dismissed' });
  expect(await fates(callId)).toEqual(['suggestion.dismissed']);
});

test('of outcomes at once one wins, and the others are told which', async () => {
  const { callId, suggestionId } = await offered();
  const outcomes: SuggestionOutcome[] = [
    dismissed,
    { outcome: 'accepted', how: 'chat' },
    { outcome: 'marked-wrong' },
    { outcome: 'edited', text: 'Mine.' },
  ];
  const results = await Promise.all(
    outcomes.map((outcome) =>
      settleSuggestion(store.db, callId, suggestionId, outcome, randomUUID()),
    ),
  );
  const stored = await fates(callId);
  expect(stored).toHaveLength(1);
  const lost = results.filter((result) => typeof result === 'object' && 'settledAs' in result);
  const settledAs = stored[0]?.replace('suggestion.', '');
  expect(lost).toEqual([{ settledAs }, { settledAs }, { settledAs }]);
});

test('an expired suggestion can no longer be used', async () => {
  const { callId, suggestionId } = await offered();
  const data = { suggestionId, reason: 'moved-on' } as const;
  const eventId = randomUUID();
  await appendCallEvent(store.db, callId, {
    eventId,
    actor: 'bot',
    type: 'suggestion.expired',
    data,
  });
  const settled = settleSuggestion(store.db, callId, suggestionId, dismissed, randomUUID());
  expect(await settled).toEqual({ settledAs: 'expired' });
});

test('after the call nothing is settled any more', async () => {
  const { callId, suggestionId } = await offered();
  await endCall(store.db, callId, 'customer-hung-up');
  const settled = settleSuggestion(store.db, callId, suggestionId, dismissed, randomUUID());
  expect(await settled).toEqual({ settledAs: 'call-ended' });
});

test('the same request again has the same answer, also after the call', async () => {
  const { callId, suggestionId } = await offered();
  const eventId = randomUUID();
  const settle = () => settleSuggestion(store.db, callId, suggestionId, dismissed, eventId);
  const first = await settle();
  expect(await settle()).toEqual(first);
  await endCall(store.db, callId, 'customer-hung-up');
  expect(await settle()).toEqual(first);
  expect(await fates(callId)).toHaveLength(1);
});
