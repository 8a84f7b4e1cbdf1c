import { projectCards } from '@agent/playbook/test-support/project-cards';
import {
  type CallId,
  cardTrialSchema,
  type NewCallEvent,
  type PlaybookCard,
} from '@agent/protocol';
import { appendCallEvent, endCall, eraseCall, finishWrapUp } from '@agent/store';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { aCard, seedCards } from '../../test-support/cards.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

const file = 'api/admin/playbook/try/route.ts';
const cards = projectCards();
const cardOf = (id: string) => cards.find((card) => card.id === id) as PlaybookCard;

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
});
beforeEach(async () => {
  await harness.clear();
  await seedCards(harness, cards);
});
afterAll(() => harness.close());

const ask = (body: unknown) => send({ file, method: 'POST', cookie, body });
async function tried(body: unknown) {
  const response = await ask(body);
  expect(response.status).toBe(200);
  return cardTrialSchema.parse(await response.json());
}
const customer = (text: string) => ({ speaker: 'customer', text });

/** A call that is over, in which this was said. */
async function callWith(...texts: string[]): Promise<CallId> {
  const { id } = await callInState(harness, 'active');
  for (const [index, text] of texts.entries()) {
    const data = {
      ...{ segmentId: aSegmentId(), speaker: index % 2 === 0 ? 'customer' : 'agent', text },
      ...{ startMs: index * 3_000, endMs: index * 3_000 + 2_000, language: 'en' },
      meanLogProbability: null,
    } as const;
    const event = { eventId: anEventId(), actor: 'bot', type: 'segment.final', data };
    await appendCallEvent(harness.services.db, id, event as NewCallEvent);
  }
  await endCall(harness.services.db, id, 'agent-hung-up');
  await finishWrapUp(harness.services.db, id, { disposition: 'resolved', notes: '' });
  return id;
}

describe('a sentence', () => {
  it('is answered with the cards that come up and why', async () => {
    const { reasons, labelled, calls } = await tried({
      turns: [customer('I want my money back, please.')],
    });
    expect(reasons[0]).toMatchObject({ cardId: 'refund-request', comesUp: true });
    expect(reasons[0]?.phrase?.words.length).toBeGreaterThan(0);
    expect([labelled, calls]).toEqual([null, null]);
  });

  it('is held against what was said before, how it sounds and what is known', async () => {
    const talk = [
      customer('My coffee machine has not arrived.'),
      { speaker: 'agent', text: 'I am sorry. Which order is it?' },
      customer('It is 4521.'),
    ];
    const first = async (body: object) =>
      (await tried({ turns: talk, ...body })).reasons.find(({ comesUp }) => comesUp)?.cardId;
    expect(await first({ facts: ['late-order'] })).toBe('late-order-named');
    expect(await first({ facts: ['order-on-the-way'] })).toBeUndefined();
  });

  it('is tried on the card as it would be, and on no card that is off', async () => {
    const words = [customer('The moon is made of marzipan.')];
    const card = aCard({ id: 'moon', title: 'The moon', phrases: ['moon ... marzipan'] });
    const draft = { card, enabled: true };
    expect((await tried({ turns: words })).reasons).toEqual([]);
    expect((await tried({ turns: words, draft })).reasons[0]).toMatchObject({
      ...{ cardId: 'moon', comesUp: true, phrase: { words: ['moon', 'marzipan'] } },
    });
    expect((await tried({ turns: words, draft: { card, enabled: false } })).reasons).toEqual([]);
    const other = await tried({ turns: [customer('Hello.')], draft });
    expect(other.reasons).toMatchObject([{ comesUp: false, obstacle: { kind: 'no-sign' } }]);
    const stored = { turns: [customer('I want a refund.')] };
    const gone = { ...stored, draft: { card: cardOf('refund-request'), enabled: false } };
    expect((await tried(gone)).reasons.map(({ cardId }) => cardId)).not.toContain('refund-request');
    expect((await tried(stored)).reasons[0]?.cardId).toBe('refund-request');
  });

  const long = 'x '.repeat(1_001);
  it.each([
    ['no words', { turns: [customer('  ')] }, 'turns.0.text'],
    ['too many words', { turns: [customer(`a${long}`)] }, 'turns.0.text'],
    ['too many turns', { turns: Array(41).fill(customer('Hi')) }, 'turns'],
    ['nobody who speaks', { turns: [{ speaker: 'bot', text: 'Hi' }] }, 'turns.0.speaker'],
    ['more calls than may be', { effects: { labelled: false, calls: 51 } }, 'effects.calls'],
    [
      'a card that does not fit the format',
      { draft: { card: { ...aCard(), phrases: ['x'] }, enabled: true } },
      'draft.card.phrases.0',
    ],
    [
      'a phrase that does not compile',
      { draft: { card: aCard({ phrases: ['a <nope>'] }), enabled: true } },
      'draft.card.phrases.0',
    ],
  ])('is refused with %s', async (_what, body, field) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty([field]);
  });

  it('of words that are none brings nothing up', async () => {
    for (const text of ['...', '😀'.repeat(900), '\n', 'ا'.repeat(2_000), '('.repeat(2_000)]) {
      if (text.trim() === '') continue;
      expect((await tried({ turns: [customer(text)] })).reasons).toEqual([]);
    }
    expect((await tried({})).reasons).toEqual([]);
  });
});

describe('the effects of a draft', () => {
  const effects = { labelled: true, calls: 50 };

  it('on labelled turns are none when it changes nothing', async () => {
    const draft = { card: cardOf('refund-request'), enabled: true };
    const { labelled } = await tried({ draft, effects: { labelled: true, calls: 0 } });
    expect(labelled).toMatchObject({ turns: 556, gained: 0, lost: 0, changed: [] });
    for (const { stored, draft } of labelled?.parts ?? []) expect(draft).toEqual(stored);
    expect(labelled?.parts.map(({ part }) => part)).toEqual(['development', 'held-out']);
  });

  it('are counted and named, of the held-out turns only counted', async () => {
    const draft = { card: cardOf('refund-request'), enabled: false };
    const { labelled } = await tried({ draft, effects: { labelled: true, calls: 0 } });
    expect(labelled?.lost).toBeGreaterThan(10);
    for (const { stored, draft } of labelled?.parts ?? []) {
      expect(draft.helped).toBeLessThan(stored.helped);
    }
    expect(labelled?.changed.length).toBeGreaterThan(0);
    expect(labelled?.changed.length).toBeLessThanOrEqual(25);
    expect(labelled?.changed[0]?.stored).toContain('refund-request');
  });

  it('on calls name the turns, and reading them is on record once an hour', async () => {
    await callWith('Hello there.', 'Hi.');
    const callId = await callWith('Hello.', 'What can I do?', 'The moon is made of marzipan.');
    const card = aCard({ id: 'moon', phrases: ['moon ... marzipan'] });
    const draft = { card, enabled: true };
    const { calls } = await tried({ draft, effects: { labelled: false, calls: 50 } });
    expect(calls).toEqual({
      ...{ turns: 5, calls: 2, gained: 1, lost: 0, isCut: false },
      changed: [
        {
          ...{ callId, atMs: 6_000, speaker: 'customer', text: 'The moon is made of marzipan.' },
          before: { speaker: 'agent', text: 'What can I do?' },
          ...{ stored: [], draft: ['moon'] },
        },
      ],
    });
    await tried({ draft, effects });
    const records = await harness.services.db`
      select action, actor_name, subject_id, data from audit_log where action = 'call.read'`;
    expect(records).toEqual([
      {
        ...{ action: 'call.read', actorName: 'admin of the desk', subjectId: callId },
        data: { by: 'card-trial' },
      },
    ]);
  });

  it('show nothing of a call that was erased, nor of one when it cannot be put on record', async () => {
    const callId = await callWith('The moon is made of marzipan.');
    const draft = { card: aCard({ id: 'moon', phrases: ['moon ... marzipan'] }), enabled: true };
    const { db } = harness.services;
    await db`alter table audit_log add constraint no_reading check (action <> 'call.read')`;
    try {
      expect((await ask({ draft, effects })).status).toBe(500);
    } finally {
      await db`alter table audit_log drop constraint no_reading`;
    }
    const by = { userId: harness.people.admin.id, displayName: 'Ada' };
    await eraseCall(db, callId, { reason: 'asked for', by });
    expect((await tried({ draft, effects })).calls).toMatchObject({ calls: 0, changed: [] });
  });

  it('of as many calls as there can be keep nobody waiting', async () => {
    const { db } = harness.services;
    const callId = await callWith('Hello.');
    const text = 'My parcel is late and I want a refund, I have been waiting for weeks.';
    await db`
      insert into calls select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'customer_identity', gen_random_uuid(), 'agent_identity', gen_random_uuid()))).*
      from calls c, generate_series(1, 49) where c.id = ${callId}`;
    await db`
      insert into call_events select (jsonb_populate_record(e, jsonb_build_object(
        'call_id', c.id, 'seq', 1000 + n, 'public_seq', 1000 + n, 'event_id', gen_random_uuid(),
        'data', e.data || jsonb_build_object('text', ${text}::text || n)))).*
      from call_events e, calls c, generate_series(1, 100) n
      where e.type = 'segment.final'`;
    const block = watchLoop();
    const draft = { card: cardOf('refund-request'), enabled: true };
    const { calls } = await tried({ draft, effects });
    const longestMs = block.stop();
    process.stdout.write(
      `Trial on ${calls?.turns} turns of ${calls?.calls} calls: others waited ${longestMs} ms of processor time at most\n`,
    );
    expect(longestMs).toBeLessThan(50);
    expect(calls?.turns).toBeLessThanOrEqual(2_000);
    expect(calls?.isCut).toBe(true);
  });
});

/** How much of the processor one turn of the event loop takes at most: what others take does not count. */
function watchLoop() {
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let longestMs = 0;
  let lastMs = cpuMs();
  let next: NodeJS.Immediate;
  const turn = () => {
    longestMs = Math.max(longestMs, cpuMs() - lastMs);
    lastMs = cpuMs();
    next = setImmediate(turn);
  };
  turn();
  return {
    stop() {
      clearImmediate(next);
      return Math.round(longestMs);
    },
  };
}
