import { factWritingTypes } from '@agent/calls';
import {
  type CallId,
  type NewCallEvent,
  segmentIdSchema,
  suggestionIdSchema,
  type UserId,
} from '@agent/protocol';
import { aCustomerId, anEventId, aUserId } from '@agent/testing/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { findCall, rateCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { holdCall, resumeCall } from '../calls/hold.ts';
import { acceptOffer, declineOffer, expireOffers } from '../calls/offers.ts';
import { requeueCallOfAgent } from '../calls/requeue.ts';
import { settleSuggestion } from '../calls/settle-suggestion.ts';
import { closeInAbsence, finishWrapUp } from '../calls/wrap-up.ts';
import { linkCustomer } from '../customers/customer-link.ts';
import type { Database } from '../database/connect.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { differencesOfFacts, storedFacts } from '../test-support/facts.ts';
import { age, newAgent, newCall, offerOptions, useStore } from '../test-support/store.ts';
import { rebuildFacts } from './rebuild-facts.ts';

const store = useStore();

type Step = (db: Database, callId: CallId, atMs: number) => Promise<unknown>;

const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const segmentId = segmentIdSchema.parse(uuid(1));
const suggestionId = suggestionIdSchema.parse(uuid(2));

/** Of the same thing, be it done twice, there is one event. */
function append(type: NewCallEvent['type'], data: object, eventId = anEventId()): Step {
  const event = { eventId, actor: 'bot', type, data } as NewCallEvent;
  return (db, callId) => appendCallEvent(db, callId, event);
}

/** Whom it is offered to, or who has it; somebody else when it is nobody. */
async function agentOf(db: Database, callId: CallId): Promise<UserId> {
  const call = await findCall(db, callId);
  return call?.offeredTo ?? call?.agentId ?? aUserId();
}

/** Whatever can be done to a call at this moment; what does not fit its state does nothing. */
const steps = {
  offer: async (db) => {
    await newAgent(db);
    await offerNextCalls(db, offerOptions);
  },
  accept: async (db, id) => acceptOffer(db, id, await agentOf(db, id)),
  decline: async (db, id) => declineOffer(db, id, await agentOf(db, id)),
  expire: async (db, id) => {
    await db`update calls set offer_expires_at = now() where id = ${id} and offered_to is not null`;
    await expireOffers(db);
  },
  requeue: async (db, id) => {
    const agentId = await agentOf(db, id);
    await db.begin((tx) => requeueCallOfAgent(tx, agentId));
  },
  hold: (db, id) => holdCall(db, id),
  resume: (db, id) => resumeCall(db, id),
  end: (db, id) => endCall(db, id, 'customer-hung-up'),
  lose: (db, id) => endCall(db, id, 'customer-lost'),
  abandon: (db, id) => abandonCall(db, id, 'customer-left'),
  vanish: (db, id) => abandonCall(db, id, 'customer-lost'),
  rate: (db, id) => rateCall(db, id, { score: 4, comment: '' }),
  wrapUp: (db, id) => finishWrapUp(db, id, { disposition: 'resolved', notes: '' }),
  close: (db, id) => closeInAbsence(db, id, { silentMs: -60_000 }),
  link: (db, id) => linkCustomer(db, id, { by: 'match', customerId: aCustomerId('ada') }),
  unlink: (db, id) => linkCustomer(db, id, { by: 'agent', customerId: null }),
  ageAnswer: (db, id, ms) => age(db, id, 'answered_at', ms),
  ageQueued: (db, id, ms) => age(db, id, 'queued_at', ms),
  say: append(
    'segment.final',
    {
      ...{ segmentId, speaker: 'customer', startMs: 100, endMs: 900, text: 'Hi', language: 'en' },
      meanLogProbability: null,
    },
    anEventId(uuid(1)),
  ),
  answer: append('chat.message', { messageId: uuid(3), from: 'agent', text: 'Hello' }),
  score: append('sentiment.scored', {
    ...{ segmentId, score: -0.4, label: 'negative', confidence: 0.8, source: 'lexicon' },
  }),
  suggest: append(
    'suggestion.offered',
    {
      ...{ suggestionId, segmentId, suggestion: 'x', reasoning: '', action: 'explain' },
      ...{ confidence: 0.9, important: false },
      source: { kind: 'playbook', name: 'Refunds', cardId: 'refunds' },
    },
    anEventId(uuid(2)),
  ),
  use: (db, id) =>
    settleSuggestion(db, id, suggestionId, {
      ...{ outcome: { outcome: 'accepted', how: 'said' }, eventId: anEventId(uuid(4)), graceMs: 0 },
    }),
  help: append('help.requested', { helpId: uuid(5), reason: '' }),
  name: append('order.mentioned', { segmentId, orderNumber: '4521', customerId: 'ada' }),
} satisfies Record<string, Step>;

const anySteps = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
    fc.integer({ min: 0, max: 90_000 }),
  ),
  { maxLength: 14 },
);

/** Most of these happen in most calls. */
const usual = ['offer', 'accept', 'end', 'wrapUp'] as const;

async function lastEvent(callId: CallId) {
  const { envelopes } = await readCallEvents(store.db, callId, {
    ...{ audience: 'staff', afterSeq: 0, limit: 200 },
  });
  return envelopes.at(-1)?.event;
}

test('after whatever is done to a call, its stored facts are those that its log gives', async () => {
  const anyCall = fc.tuple(anySteps, anySteps, fc.boolean());
  await fc.assert(
    fc.asyncProperty(anyCall, async ([before, between, isUsual]) => {
      await store.db`update agent_states set status = 'offline'`;
      const { id } = await newCall(store.db);
      const [first, ...rest] = isUsual ? usual : [];
      const named = [first, ...rest].flatMap((name) => (name ? [[name, 0] as const] : []));
      for (const [name, ms] of [...named.slice(0, 2), ...before, ...named.slice(2), ...between]) {
        const seq = (await lastEvent(id))?.seq;
        await steps[name](store.db, id, ms);
        const event = await lastEvent(id);
        if (!event || event.seq === seq || !factWritingTypes.has(event.type)) continue;
        expect(await differencesOfFacts(store.db, id)).toEqual([]);
        const facts = await storedFacts(store.db, id);
        expect(facts).toMatchObject({ foldedSeq: event.seq });
      }
      await rebuildFacts(store.db, { among: 'all' });
      expect(await differencesOfFacts(store.db, id)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 300_000);
