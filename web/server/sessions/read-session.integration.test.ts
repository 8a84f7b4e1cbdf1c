import {
  type CallId,
  type NewCallEvent,
  sessionEventsSchema,
  sessionSchema,
} from '@agent/protocol';
import { appendCallEvent } from '@agent/store';
import { aCustomerId, anEventId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { nameOrder } from '../test-support/customers.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { offerSuggestion } from '../test-support/suggestions.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.supervisor);
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

async function readSession(callId: CallId) {
  const response = await send({
    file: 'api/sessions/[id]/route.ts',
    method: 'GET',
    callId,
    cookie,
  });
  return sessionSchema.parse(await response.json());
}

async function readEvents(callId: CallId) {
  const file = 'api/sessions/[id]/events/route.ts';
  const response = await send({ file, method: 'GET', callId, cookie });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return sessionEventsSchema.parse(await response.json()).envelopes;
}

function append(callId: CallId, event: Omit<NewCallEvent, 'eventId' | 'actor'>) {
  const whole = { ...event, eventId: anEventId(), actor: 'bot' } as NewCallEvent;
  return appendCallEvent(harness.services.db, callId, whole);
}

async function sound(callId: CallId, atMs: number, score: number) {
  const segmentId = aSegmentId();
  const said = { text: 'Well', language: 'en', meanLogProbability: null } as const;
  const times = { startMs: atMs, endMs: atMs + 1_000 };
  const data = { segmentId, speaker: 'customer', ...times, ...said } as const;
  await append(callId, { type: 'segment.final', data });
  const sentiment = { label: 'neutral', confidence: 1, source: 'lexicon' } as const;
  await append(callId, { type: 'sentiment.scored', data: { segmentId, score, ...sentiment } });
}

describe('one call that is over', () => {
  it('is told with what it was about and how it sounded, whatever its sound became', async () => {
    const { id: callId } = await callInState(harness, 'closed');
    const orderNumber = 'A-1042' as never;
    await nameOrder(harness, callId, { orderNumber, customerId: aCustomerId('c') });
    await nameOrder(harness, callId, { orderNumber, customerId: aCustomerId('c') });
    const dismissed = aSuggestionId();
    await offerSuggestion(harness, callId, dismissed);
    await append(callId, { type: 'suggestion.dismissed', data: { suggestionId: dismissed } });
    expect((await readSession(callId)).topics).toEqual([]);
    await offerSuggestion(harness, callId);
    for (const [index, score] of [-1, -0.8, -0.6, 0, 0.4, 0.6, 0.8].entries()) {
      await sound(callId, index * 1_000, score);
    }
    expect(await readSession(callId)).toMatchObject({
      callId,
      customerName: 'Ada',
      contact: 'ada@example.com',
      agentName: 'owner of the desk',
      orderNumbers: ['A-1042'],
      topics: ['Late deliveries'],
      sentiment: { start: -0.8, end: 0.6, trend: [-1, -0.8, -0.6, 0, 0.4, 0.6, 0.8] },
      disposition: 'resolved',
      sound: 'none',
      recording: null,
    });
  });

  it('tells outcome and notes only once its agent has filed them', async () => {
    const { id: callId } = await callInState(harness, 'wrap-up');
    await harness.services.db`
      update calls set notes = 'half a thought', disposition = 'escalated' where id = ${callId}`;
    expect(await readSession(callId)).toMatchObject({ notes: '', disposition: null });
    await harness.services.db`
      update calls set status = 'closed', wrapped_up_at = now() where id = ${callId}`;
    expect(await readSession(callId)).toMatchObject({
      notes: 'half a thought',
      disposition: 'escalated',
    });
  });

  it('is not there for an agent whose call it was not, nor under an id that is none', async () => {
    const { id: callId } = await callInState(harness, 'closed');
    const other = await sessionHeader(harness, harness.people.otherAgent);
    for (const file of ['api/sessions/[id]/route.ts', 'api/sessions/[id]/events/route.ts']) {
      for (const id of [callId, "' or 1=1 --", '0', callId.replace(/.$/, 'x')]) {
        const response = await send({ file, method: 'GET', callId: id, cookie: other });
        expect(response.status).toBe(404);
        expect((await errorOf(response)).message).toBe('There is no such call.');
      }
    }
  });

  it('is put on record once an hour for each person, whichever of its addresses is asked', async () => {
    const { id: callId } = await callInState(harness, 'closed');
    await readSession(callId);
    await readEvents(callId);
    await readSession(callId);
    const entries = await harness.services.db`
      select actor_id, subject_kind, subject_id from audit_log where action = 'call.read'`;
    const { id: actorId } = harness.people.supervisor;
    expect(entries).toEqual([{ actorId, subjectKind: 'call', subjectId: callId }]);
  });
});

describe('the log of a call that is over', () => {
  it('comes whole in one answer, over pages and over what cannot be read', async () => {
    const { id: callId } = await callInState(harness, 'closed');
    // The last of a page and the first of the next cannot be read.
    await harness.services.db`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select ${callId}, seq, gen_random_uuid(), now(), 'customer', 'chat.message', 'public', seq,
        case when seq in (500, 501, 1203) then '{}'::jsonb
          else jsonb_build_object('messageId', gen_random_uuid(), 'from', 'customer', 'text', 'A') end
      from generate_series(101, 1203) seq`;
    await harness.services.db`
      update calls set last_seq = 1203, last_public_seq = 1203 where id = ${callId}`;
    const envelopes = await readEvents(callId);
    expect(envelopes).toHaveLength(5 + 1203 - 100 - 3);
    const seqs = envelopes.map(({ event }) => event.seq);
    expect(envelopes.map(({ prevSeq }) => prevSeq)).toEqual([0, ...seqs.slice(0, -1)]);
    expect(seqs.slice(402, 406)).toEqual([498, 499, 502, 503]);
    expect(seqs.at(-1)).toBe(1202);
  });
});
