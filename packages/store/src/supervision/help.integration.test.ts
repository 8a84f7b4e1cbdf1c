import { randomUUID } from 'node:crypto';
import { createCallState, openHelp, receiveEnvelopes } from '@agent/calls';
import type { CallId, UserId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { upsertUser } from '../accounts/users.ts';
import { endCall } from '../calls/call-endings.ts';
import { requeueCallOfAgent } from '../calls/requeue.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { askForHelp, withdrawHelp } from './ask-for-help.ts';
import { endHelp, releaseHelp, takeHelp } from './help.ts';
import { findOpenHelp } from './help-row.ts';

const store = useStore();

async function supervisor(displayName: string) {
  const user = await upsertUser(store.db, {
    id: aUserId(),
    username: randomUUID(),
    displayName,
    role: 'supervisor',
    passwordHash: 'none',
  });
  return { userId: user.id, displayName };
}

async function logOf(callId: CallId) {
  const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
  return (await readCallEvents(store.db, callId, options)).envelopes;
}

async function helpTypes(callId: CallId) {
  const types = (await logOf(callId)).map(({ event }) => event.type);
  return types.filter((type) => type.startsWith('help.'));
}

const ask = (callId: CallId, agentId: UserId, helpId: string = randomUUID(), reason = 'A refund') =>
  askForHelp(store.db, callId, { helpId, agentId, reason });

async function asked() {
  const { call, agentId } = await newActiveCall(store.db);
  const helpId = randomUUID();
  await ask(call.id, agentId, helpId);
  return { callId: call.id, agentId, helpId };
}

test('an agent asks, a supervisor takes it and is done; times and people are kept', async () => {
  const { callId, helpId } = await asked();
  const maria = await supervisor('Maria Ruiz');
  const taken = await takeHelp(store.db, callId, helpId, maria);
  expect(taken).toMatchObject({
    outcome: 'taken',
    appended: { publicSeq: null, event: { type: 'help.taken', data: { by: 'Maria Ruiz' } } },
  });
  expect(await takeHelp(store.db, callId, helpId, maria)).toEqual({ outcome: 'taken-before' });
  const ended = await endHelp(store.db, callId, helpId);
  expect(ended?.event).toMatchObject({ actor: 'supervisor', data: { helpId, how: 'done' } });
  expect(await endHelp(store.db, callId, helpId)).toBeUndefined();
  expect(await takeHelp(store.db, callId, helpId, maria)).toEqual({ outcome: 'over' });
  const [row] = await store.db`select * from help_requests`;
  expect(row).toMatchObject({ id: helpId, takenBy: maria.userId, endedHow: 'done' });
});

test('the same request again is one request; another one while it is open is refused', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const helpId = randomUUID();
  const all = await Promise.all([1, 2, 3].map(() => ask(call.id, agentId, helpId)));
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await helpTypes(call.id)).toEqual(['help.requested']);
  expect(await ask(call.id, agentId)).toEqual({ outcome: 'open-before' });
  await expect(ask(call.id, agentId, helpId, 'Else')).rejects.toMatchObject({
    reason: 'event-id-taken',
  });
});

test('an id of another call is refused', async () => {
  const { helpId } = await asked();
  const other = await newActiveCall(store.db);
  await expect(ask(other.call.id, other.agentId, helpId)).rejects.toMatchObject({
    reason: 'event-id-taken',
  });
  const maria = await supervisor('Maria Ruiz');
  const taken = await takeHelp(store.db, other.call.id, helpId, maria);
  expect(taken).toEqual({ outcome: 'over' });
  expect(await endHelp(store.db, other.call.id, helpId)).toBeUndefined();
  expect(await helpTypes(other.call.id)).toEqual([]);
});

test('of supervisors who take it at once one does, and the others learn who', async () => {
  const { callId, helpId } = await asked();
  const people = await Promise.all(['Maria', 'Sam', 'Kim'].map(supervisor));
  const all = await Promise.all(people.map((who) => takeHelp(store.db, callId, helpId, who)));
  const name = (await findOpenHelp(store.db, callId))?.takenByName;
  const lost = all.filter(({ outcome }) => outcome !== 'taken');
  expect(lost).toEqual(Array(2).fill({ outcome: 'taken-by-other', name }));
  expect(await helpTypes(callId)).toEqual(['help.requested', 'help.taken']);
});

test('let go of, a request is as old as it was, and somebody else can take it', async () => {
  const { callId, helpId } = await asked();
  const before = await findOpenHelp(store.db, callId);
  expect(await releaseHelp(store.db, callId, helpId)).toBeUndefined();
  await takeHelp(store.db, callId, helpId, await supervisor('Maria Ruiz'));
  expect((await releaseHelp(store.db, callId, helpId))?.event.type).toBe('help.released');
  expect(await findOpenHelp(store.db, callId)).toEqual(before);
  const again = await takeHelp(store.db, callId, helpId, await supervisor('Sam Hill'));
  expect(again.outcome).toBe('taken');
});

test('what the agent withdraws is withdrawn, or done when somebody saw to it', async () => {
  const { callId, agentId, helpId } = await asked();
  expect((await withdrawHelp(store.db, callId))?.event).toMatchObject({
    ...{ actor: 'agent', data: { helpId, how: 'withdrawn' } },
  });
  expect(await withdrawHelp(store.db, callId)).toBeUndefined();
  const second = randomUUID();
  await ask(callId, agentId, second);
  await takeHelp(store.db, callId, second, await supervisor('Maria Ruiz'));
  expect((await withdrawHelp(store.db, callId))?.event.data).toMatchObject({ how: 'done' });
});

test('only the agent of an active call asks', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const other = await newActiveCall(store.db);
  const waiting = await newCall(store.db);
  expect(await ask(call.id, other.agentId)).toEqual({ outcome: 'not-active' });
  expect(await ask(waiting.id, agentId)).toEqual({ outcome: 'not-active' });
  await endCall(store.db, call.id, 'customer-hung-up');
  expect(await ask(call.id, agentId)).toEqual({ outcome: 'not-active' });
});

test('with the call, or its agent, the request is over', async () => {
  const [ended, left] = [await asked(), await asked()];
  await endCall(store.db, ended.callId, 'customer-hung-up');
  await store.db.begin((tx) => requeueCallOfAgent(tx, left.agentId));
  for (const { callId, helpId } of [ended, left]) {
    const maria = await supervisor('Maria Ruiz');
    expect(await takeHelp(store.db, callId, helpId, maria)).toEqual({ outcome: 'over' });
    expect(await withdrawHelp(store.db, callId)).toBeUndefined();
    expect(await helpTypes(callId)).toEqual(['help.requested']);
  }
  const rows = await store.db`select ended_how from help_requests`;
  expect(rows).toEqual(Array(2).fill({ endedHow: 'call-over' }));
});

const steps = ['ask', 'take', 'release', 'done', 'withdraw', 'end'] as const;

test('whatever is done in whatever order, row and log say the same', async () => {
  const maria = await supervisor('Maria Ruiz');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 10 }), async (taken) => {
      const { call, agentId } = await newActiveCall(store.db);
      for (const step of taken) {
        const helpId = (await findOpenHelp(store.db, call.id))?.id ?? randomUUID();
        if (step === 'ask') await ask(call.id, agentId);
        if (step === 'take') await takeHelp(store.db, call.id, helpId, maria);
        if (step === 'release') await releaseHelp(store.db, call.id, helpId);
        if (step === 'done') await endHelp(store.db, call.id, helpId);
        if (step === 'withdraw') await withdrawHelp(store.db, call.id);
        if (step === 'end') await endCall(store.db, call.id, 'agent-hung-up');
      }
      const row = await findOpenHelp(store.db, call.id);
      const state = receiveEnvelopes(createCallState(call.id), await logOf(call.id));
      const folded = openHelp(state.supervision);
      expect(folded?.id).toBe(row?.id);
      expect(folded?.taken?.by ?? null).toBe(row?.takenByName ?? null);
    }),
    { numRuns: 25 },
  );
});
