import { type CallId, customerErasureSchema } from '@agent/protocol';
import { RecordingError } from '@agent/recordings';
import { aCallId, aCustomerId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRetentionLook } from '../jobs/retention.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { addCustomer } from '../test-support/customers.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { keepSound, openTestRecordings } from '../test-support/kept-sound.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

const recordings = openTestRecordings();
const reason = 'asked for it by letter';

let harness: Harness;
let admin: string;
let callId: CallId;
beforeAll(async () => {
  harness = await startHarness();
  harness.services.recordings = recordings;
});
beforeEach(async () => {
  await harness.clear();
  admin = await sessionHeader(harness, harness.people.admin);
  callId = (await callInState(harness, 'closed')).id;
});
afterAll(() => harness.close());

function erase(body: unknown = { reason }, { id = callId, cookie = admin } = {}) {
  const to = { file: 'api/sessions/[id]/route.ts', method: 'DELETE', callId: id };
  return send({ ...to, cookie, body });
}

function hold(held: boolean, { id = callId, cookie = admin } = {}) {
  const to = { file: 'api/sessions/[id]/legal-hold/route.ts', method: 'PUT', callId: id };
  return send({ ...to, cookie, body: { held, reason } });
}

function eraseCustomer(id: string) {
  const file = 'api/customers/[id]/erasure/route.ts';
  return send({ file, method: 'POST', params: { id }, cookie: admin, body: { reason } });
}

async function audited(): Promise<unknown[]> {
  return harness.services.db`
    select action, actor_id, subject_id, data from audit_log order by id`;
}

describe('erasing a call', () => {
  it('takes it away for everybody, once, and says who did it', async () => {
    expect((await erase()).status).toBe(204);
    expect((await erase()).status).toBe(204);
    const owner = await sessionHeader(harness, harness.people.owner);
    for (const file of ['api/sessions/[id]/route.ts', 'api/sessions/[id]/download/route.ts']) {
      const gone = await send({ file, method: 'GET', callId, cookie: owner });
      expect(gone.status).toBe(404);
      expect((await errorOf(gone)).message).toBe('This call was erased.');
    }
    expect(await audited()).toEqual([
      { action: 'call.erased', actorId: harness.people.admin.id, subjectId: callId, data: {} },
    ]);
    expect(harness.logLines.join('')).not.toContain(reason);
  });

  it('leaves neither side a way back to it', async () => {
    const customer = await customerHeader(harness, callId);
    const agent = await sessionHeader(harness, harness.people.owner);
    const asked = ['route.ts', 'events/route.ts'].map((path) => `api/calls/[id]/${path}`);
    const statuses = async (file: string) => {
      const answers = [customer, agent].map((cookie) => {
        return send({ file, method: 'GET', callId, cookie });
      });
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    for (const file of asked) expect(await statuses(file)).toEqual([200, 200]);
    await erase();
    for (const file of asked) expect(await statuses(file)).toEqual([404, 404]);
    const rating = { file: 'api/calls/[id]/rating/route.ts', method: 'POST', callId };
    const late = await send({ ...rating, cookie: customer, body: { score: 1 } });
    expect(late.status).toBe(404);
  });

  it('wants a reason, and is for admins alone', async () => {
    for (const body of [{}, { reason: '  ' }, { reason: 'x'.repeat(301) }]) {
      const refused = await erase(body);
      expect(refused.status).toBe(400);
      expect(Object.keys((await errorOf(refused)).fields ?? {})).toEqual(['reason']);
    }
    for (const person of [harness.people.owner, harness.people.supervisor]) {
      const cookie = await sessionHeader(harness, person);
      expect((await erase({ reason }, { cookie })).status).toBe(403);
      expect((await hold(true, { cookie })).status).toBe(403);
    }
    expect(await audited()).toEqual([]);
  });

  it('waits for the wrap-up, finds only what there is', async () => {
    const going = await callInState(harness, 'active');
    const refused = await erase({ reason }, { id: going.id });
    expect(refused.status).toBe(409);
    expect((await errorOf(refused)).message).toContain('not wrapped up yet');
    expect((await erase({ reason }, { id: aCallId() })).status).toBe(404);
    expect((await hold(true, { id: going.id })).status).toBe(404);
  });

  it('is refused by a legal hold until that ends', async () => {
    for (const held of [true, true]) expect((await hold(held)).status).toBe(204);
    const refused = await erase();
    expect(refused.status).toBe(409);
    expect((await errorOf(refused)).message).toBe(
      'A legal hold keeps this call. End the hold first.',
    );
    expect((await hold(false)).status).toBe(204);
    expect((await erase()).status).toBe(204);
    expect(await audited()).toMatchObject([
      { action: 'call.hold-placed' },
      { action: 'call.hold-lifted' },
      { action: 'call.erased' },
    ]);
  });
});

describe('the sound of an erased call', () => {
  it('is gone from the store', async () => {
    await keepSound(harness, recordings, callId, Buffer.from('sound'));
    expect(await recordings.store.list(callId)).toHaveLength(2);
    await erase();
    await vi.waitFor(async () => expect(await recordings.store.list(callId)).toEqual([]));
  });

  it('is removed later when the store is away; its key is gone at once', async () => {
    await keepSound(harness, recordings, callId, Buffer.from('sound'));
    const away = vi.spyOn(recordings.store, 'remove').mockImplementation(async () => {
      throw RecordingError.storeUnavailable(new Error('away'));
    });
    expect((await erase()).status).toBe(204);
    await vi.waitFor(() =>
      expect(harness.logLines.join('')).toContain('deleted sounds not removed now'),
    );
    const look = createRetentionLook(harness.services);
    await look();
    const [row] = await harness.services.db`
      select wrapped_key, sound_name from recordings where call_id = ${callId}`;
    expect(row?.wrappedKey).toBeNull();
    expect(row?.soundName).not.toBeNull();
    away.mockRestore();
    await look();
    expect(await recordings.store.list(callId)).toEqual([]);
    expect(
      await harness.services.db`select 1 from recordings where sound_name is not null`,
    ).toEqual([]);
  });
});

describe('erasing all calls of a customer', () => {
  it('takes those of the record and of its contacts, and counts what it could not take', async () => {
    const customerId = await addCustomer(harness, { email: 'ada@example.com' });
    const { db } = harness.services;
    // By its contact, by the record, on hold, not wrapped up, and of somebody else.
    const linked = await callInState(harness, 'closed');
    await db`update calls set contact = 'other@example.com', customer_id = ${customerId},
      customer_linked_by = 'agent' where id = ${linked.id}`;
    const held = await callInState(harness, 'closed');
    await hold(true, { id: held.id });
    const stranger = await callInState(harness, 'closed');
    await db`update calls set contact = 'bo@example.com' where id = ${stranger.id}`;
    const going = await callInState(harness, 'wrap-up');
    const response = await eraseCustomer(customerId);
    expect(customerErasureSchema.parse(await response.json())).toEqual({
      ...{ erased: 2, onHold: 1, goingOn: 1 },
    });
    const left = await db<{ id: CallId }[]>`select id from calls where erased_at is null`;
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([held.id, stranger.id, going.id]));
    const again = customerErasureSchema.parse(await (await eraseCustomer(customerId)).json());
    expect(again).toEqual({ erased: 0, onHold: 1, goingOn: 1 });
  });

  it('also when the record is gone, but not of nobody', async () => {
    const customerId = aCustomerId('gone');
    await harness.services.db`
      update calls set customer_id = ${customerId}, customer_linked_by = 'agent'
      where id = ${callId}`;
    const response = await eraseCustomer(customerId);
    expect(customerErasureSchema.parse(await response.json()).erased).toBe(1);
    expect((await eraseCustomer('nobody')).status).toBe(404);
  });
});
