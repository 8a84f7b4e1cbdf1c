import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { agentDesk } from '../agents/agents.ts';
import { endCall } from '../calls/call-endings.ts';
import { findCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { expelledIdentities, pruneExpelledIdentities } from '../calls/expelled.ts';
import { expireOffers } from '../calls/offers.ts';
import { listen } from '../database/notifications.ts';
import { newActiveCall, newAgent, newCall, useStore } from '../test-support/store.ts';
import { bumpSessionVersion, findUser } from './users.ts';

const store = useStore();

test.each([
  ['password', `password_hash = 'another'`],
  ['disabled', 'disabled = true'],
  ['role', `role = 'supervisor'`],
  ['asked', 'session_version = session_version + 1'],
])(
  'a change ends all sessions of a user, says so and puts it on record: %s',
  async (why, change) => {
    const id = await newAgent(store.db);
    const onEnd = vi.fn();
    const listening = await listen(store.db, 'session', onEnd);
    await store.db`update users set ${store.db.raw(change)} where id = ${id}`;
    expect(await findUser(store.db, id)).toMatchObject({ sessionVersion: 2 });
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledWith(id), 15_000);
    await listening.close();
    expect((await agentDesk(store.db, id)).status).toBe('offline');
    expect(await store.db`select action, subject_kind, subject_id, data from audit_log`).toEqual([
      { action: 'session.ended', subjectKind: 'user', subjectId: id, data: { because: why } },
    ]);
  },
);

test('what does not concern sessions leaves them', async () => {
  const id = await newAgent(store.db);
  await store.db`update users set display_name = 'Another', role = role, disabled = disabled,
    password_hash = password_hash where id = ${id}`;
  expect(await findUser(store.db, id)).toMatchObject({ sessionVersion: 1 });
  expect((await agentDesk(store.db, id)).status).toBe('available');
  expect(await store.db`select 1 from audit_log`).toEqual([]);
});

test('a session version cannot be lowered while something else ends the sessions', async () => {
  const id = await newAgent(store.db);
  await store.db`update users set session_version = 1, disabled = true where id = ${id}`;
  expect(await findUser(store.db, id)).toMatchObject({ sessionVersion: 2 });
});

test('the call at hand goes on, with another identity for its agent', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await bumpSessionVersion(store.db, agentId);
  const after = await findCall(store.db, call.id);
  expect(after).toMatchObject({ status: 'active', agentId });
  expect(after?.agentIdentity).not.toBe(call.agentIdentity);
  expect(await expelledIdentities(store.db)).toEqual([
    { callId: call.id, identity: call.agentIdentity },
  ]);

  await bumpSessionVersion(store.db, agentId);
  expect(await expelledIdentities(store.db)).toHaveLength(2);

  await endCall(store.db, call.id, 'agent-hung-up');
  expect(await expelledIdentities(store.db)).toEqual([]);
  await pruneExpelledIdentities(store.db);
  expect(await store.db`select 1 from expelled_identities`).toHaveLength(2);
  await store.db`update calls set ended_at = ended_at - interval '16 minutes'`;
  await pruneExpelledIdentities(store.db);
  expect(await store.db`select 1 from expelled_identities`).toEqual([]);
});

test('what is on offer to somebody goes on to the next agent at once', async () => {
  const agentId = await newAgent(store.db);
  const { id } = await newCall(store.db);
  const timing = { offerMs: 20_000, newIdentity: randomUUID };
  await offerNextCalls(store.db, timing);
  await bumpSessionVersion(store.db, agentId);
  const next = await newAgent(store.db);
  expect(await expireOffers(store.db)).toHaveLength(1);
  await offerNextCalls(store.db, timing);
  expect(await findCall(store.db, id)).toMatchObject({ status: 'offered', offeredTo: next });
});
