import type {
  CallId,
  EventId,
  NewCallEvent,
  SuggestionId,
  SuggestionOutcome,
} from '@agent/protocol';
import { anEventId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { settleSuggestion } from './settle-suggestion.ts';

const store = useStore();
const dismissed: SuggestionOutcome = { outcome: 'dismissed' };
const accepted: SuggestionOutcome = { outcome: 'accepted', how: 'said' };

/** Settles with the grace that a test gives. */
function settle(
  { callId, suggestionId }: { callId: CallId; suggestionId: SuggestionId },
  outcome: SuggestionOutcome,
  { eventId = anEventId(), graceMs = 60_000 }: { eventId?: EventId; graceMs?: number } = {},
) {
  return settleSuggestion(store.db, callId, suggestionId, { outcome, eventId, graceMs });
}

async function offered(): Promise<{ callId: CallId; suggestionId: SuggestionId }> {
  const { call } = await newActiveCall(store.db);
  const suggestionId = aSuggestionId();
  await appendCallEvent(store.db, call.id, suggestionOffered(suggestionId));
  return { callId: call.id, suggestionId };
}

function suggestionOffered(suggestionId: SuggestionId): NewCallEvent {
  const data = {
    suggestionId,
    segmentId: aSegmentId(),
    suggestion: 'I will look into it.',
    reasoning: 'It is late.',
    action: 'explain',
    confidence: 0.8,
    source: { kind: 'playbook', name: 'Deliveries', cardId: 'delivery-delay' },
    important: false,
  } as const;
  return { eventId: anEventId(), actor: 'bot', type: 'suggestion.offered', data };
}

async function fates(callId: CallId): Promise<string[]> {
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
  const call = await offered();
  expect(await settle(call, outcome)).toMatchObject({
    event: { type, actor: 'agent', data: { suggestionId: call.suggestionId, ...data } },
  });
});

test('a suggestion of another call, or of none, is not found', async () => {
  const { callId } = await offered();
  const other = await offered();
  for (const suggestionId of [other.suggestionId, aSuggestionId()]) {
    expect(await settle({ callId, suggestionId }, dismissed)).toBe('not-found');
  }
});

test('the first outcome stays', async () => {
  const call = await offered();
  await settle(call, dismissed);
  expect(await settle(call, accepted)).toEqual({ settledAs: 'dismissed' });
  expect(await fates(call.callId)).toEqual(['suggestion.dismissed']);
});

test('of outcomes at once one wins, and the others are told which', async () => {
  const call = await offered();
  const outcomes: SuggestionOutcome[] = [
    dismissed,
    { outcome: 'accepted', how: 'chat' },
    { outcome: 'marked-wrong' },
    { outcome: 'edited', text: 'Mine.' },
  ];
  const results = await Promise.all(outcomes.map((outcome) => settle(call, outcome)));
  const stored = await fates(call.callId);
  expect(stored).toHaveLength(1);
  const lost = results.filter((result) => typeof result === 'object' && 'settledAs' in result);
  const settledAs = stored[0]?.replace('suggestion.', '');
  expect(lost).toEqual([{ settledAs }, { settledAs }, { settledAs }]);
});

async function offeredAndExpired() {
  const { callId, suggestionId } = await offered();
  await appendCallEvent(store.db, callId, {
    eventId: anEventId(),
    actor: 'bot',
    type: 'suggestion.expired',
    data: { suggestionId, reason: 'moved-on' },
  });
  return { callId, suggestionId };
}

test('an expired suggestion can no longer be used', async () => {
  const call = await offeredAndExpired();
  expect(await settle(call, dismissed, { graceMs: 0 })).toEqual({ settledAs: 'expired' });
});

test('what was under way when the suggestion expired counts, once, and for good', async () => {
  const call = await offeredAndExpired();
  expect(await settle(call, accepted)).toMatchObject({ event: { type: 'suggestion.accepted' } });
  expect(await settle(call, dismissed)).toEqual({ settledAs: 'accepted' });
  expect(await settle(call, dismissed, { graceMs: 0 })).toEqual({ settledAs: 'accepted' });
  expect(await fates(call.callId)).toEqual(['suggestion.expired', 'suggestion.accepted']);
});

test('after the call nothing is settled any more', async () => {
  const call = await offered();
  await endCall(store.db, call.callId, 'customer-hung-up');
  expect(await settle(call, dismissed)).toEqual({ settledAs: 'call-ended' });
});

test('the same request again has the same answer, also after the call', async () => {
  const call = await offered();
  const eventId = anEventId();
  const first = await settle(call, dismissed, { eventId });
  expect(await settle(call, dismissed, { eventId })).toEqual(first);
  await endCall(store.db, call.callId, 'customer-hung-up');
  expect(await settle(call, dismissed, { eventId })).toEqual(first);
  expect(await fates(call.callId)).toHaveLength(1);
});
