import { createCallState, receiveEnvelope, receivePage } from '@agent/calls';
import { type Audience, type CallId, envelopeFor } from '@agent/protocol';
import { aCustomerId, anEventId, aSegmentId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { findCall } from '../calls/calls.ts';
import { chat, newCall, useStore } from '../test-support/store.ts';
import { appendCallEvent } from './call-events.ts';
import { namedOrders } from './named-orders.ts';
import { readCallEvents, type UnreadableEvent } from './read-call-events.ts';

const store = useStore();

/** Stores an event as a version of ours would that is newer, or had a fault. */
async function appendUnreadable(callId: CallId, type = 'chat.message', audience = 'public') {
  await store.db`
    with counted as (
      update calls set last_seq = last_seq + 1,
        last_public_seq = last_public_seq + ${audience === 'public' ? 1 : 0}
      where id = ${callId} returning *
    )
    insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
    select id, last_seq, gen_random_uuid(), now(), 'customer', ${type}, ${audience},
      case when ${audience} = 'public' then last_public_seq end, '{"text":"my secret words"}'
    from counted`;
}

/** Reads the log page by page as a browser or a bot does, until nothing is missing. */
async function readAll(callId: CallId, audience: Audience, limit: number) {
  const unreadable: UnreadableEvent[] = [];
  const onUnreadable = (events: readonly UnreadableEvent[]) => void unreadable.push(...events);
  let state = createCallState(callId);
  let reads = 0;
  do {
    const options = { audience, afterSeq: state.lastSeq, limit, onUnreadable };
    state = receivePage(state, await readCallEvents(store.db, callId, options));
    reads += 1;
  } while (state.missing && reads < 50);
  return { state, reads, unreadable };
}

test.each(['public', 'staff'] as const)(
  'what cannot be read is left out for %s, wherever it stands, and no reader waits for it',
  async (audience) => {
    const { id } = await newCall(store.db);
    await appendUnreadable(id);
    await appendCallEvent(store.db, id, chat('one'));
    await appendUnreadable(id, 'chat.reacted');
    await appendUnreadable(id, 'suggestion.liked', 'staff');
    await appendUnreadable(id);
    await appendCallEvent(store.db, id, chat('two'));
    await appendUnreadable(id);
    const count = audience === 'public' ? 7 : 8;
    for (const limit of [1, 2, 3, 500]) {
      const { state, reads, unreadable } = await readAll(id, audience, limit);
      expect(state).toMatchObject({ lastSeq: count, knownSeq: count, missing: false, pending: [] });
      expect(state.chat.map(({ text }) => text)).toEqual(['one', 'two']);
      expect(reads).toBe(Math.ceil(count / limit));
      expect(unreadable).toHaveLength(count - 3);
      expect(Object.keys(unreadable[0] ?? {}).sort()).toEqual(['callId', 'eventId', 'seq', 'type']);
    }
    const { state } = await readAll(id, audience, 500);
    const call = await findCall(store.db, id);
    expect(audience === 'public' ? call?.lastPublicSeq : call?.lastSeq).toBe(state.lastSeq);
    // What comes next follows at once, without another look at the log.
    const next = envelopeFor(audience, await appendCallEvent(store.db, id, chat('three')));
    if (!next) throw new Error('Both sides may see the chat.');
    expect(receiveEnvelope(state, next)).toMatchObject({ missing: false, lastSeq: count + 1 });
  },
);

test('a caller that does not say what to do with what cannot be read is told of it', async () => {
  const { id } = await newCall(store.db);
  await appendUnreadable(id);
  const reading = readCallEvents(store.db, id, { audience: 'staff', afterSeq: 0, limit: 10 });
  const error = await reading.catch((failure) => failure);
  expect(error).toMatchObject({ reason: 'unreadable-event' });
  expect(error.message).not.toContain('secret');
});

test('an order that was stored in another form leaves the others readable', async () => {
  const { id } = await newCall(store.db);
  const mentioned = (orderNumber: string) =>
    appendCallEvent(store.db, id, {
      eventId: anEventId(),
      actor: 'bot',
      type: 'order.mentioned',
      data: { segmentId: aSegmentId(), orderNumber, customerId: aCustomerId('c-1') },
    });
  await mentioned('4521');
  await store.db`
    with counted as (update calls set last_seq = last_seq + 1 where id = ${id} returning *)
    insert into call_events (call_id, seq, event_id, at, actor, type, audience, data)
    select id, last_seq, gen_random_uuid(), now(), 'bot', 'order.mentioned', 'staff',
      '{"orderNumber":"?","customerId":"c-1"}' from counted`;
  await mentioned('4522');
  expect(await namedOrders(store.db, id, aCustomerId('c-1'))).toEqual(['4521', '4522']);
});
