import { randomUUID } from 'node:crypto';
import { type CallId, sessionCommentsSchema } from '@agent/protocol';
import { MAX_SESSION_COMMENTS, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

const file = 'api/sessions/[id]/comments/route.ts';

let harness: Harness;
let callId: CallId;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  callId = (await callInState(harness, 'closed')).id;
  await harness.services.db`
    update calls set answered_at = ended_at - interval '90 seconds' where id = ${callId}`;
});
afterAll(() => harness.close());

async function add(user: User, comment: object) {
  const body = { commentId: randomUUID(), atMs: 1_000, text: 'Listen to this.', ...comment };
  const cookie = await sessionHeader(harness, user);
  return send({ file, method: 'POST', callId, cookie, body });
}

async function list(user: User) {
  const cookie = await sessionHeader(harness, user);
  const response = await send({ file, method: 'GET', callId, cookie });
  return sessionCommentsSchema.parse(await response.json()).comments;
}

async function remove(user: User, commentId: string) {
  const cookie = await sessionHeader(harness, user);
  const one = 'api/sessions/[id]/comments/[commentId]/route.ts';
  return send({ file: one, method: 'DELETE', callId, cookie, params: { commentId } });
}

it('keeps remarks by their moment, each deletable by its author and by an admin', async () => {
  const { owner, supervisor, admin } = harness.people;
  expect((await add(owner, { atMs: 60_000, text: '  Here I was too fast.\n' })).status).toBe(204);
  expect((await add(supervisor, { atMs: 5_000, text: 'Καλή αρχή' })).status).toBe(204);
  expect(await list(owner)).toMatchObject([
    { atMs: 5_000, text: 'Καλή αρχή', authorName: 'supervisor of the desk', mayDelete: false },
    { atMs: 60_000, text: 'Here I was too fast.', mayDelete: true },
  ]);
  expect((await list(admin)).map(({ mayDelete }) => mayDelete)).toEqual([true, true]);
});

it('stores the same once, however often it is sent, and nothing else under its id', async () => {
  const { owner, supervisor } = harness.people;
  const commentId = randomUUID();
  const sent = await Promise.all([1, 2, 3].map(() => add(owner, { commentId })));
  expect(sent.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect((await add(owner, { commentId, text: 'Another' })).status).toBe(409);
  expect((await add(supervisor, { commentId })).status).toBe(409);
  expect(await list(owner)).toHaveLength(1);
});

it('takes a remark away for its author and for an admin, and for nobody else', async () => {
  const { owner, supervisor, admin } = harness.people;
  const [first, second] = [randomUUID(), randomUUID()];
  await add(owner, { commentId: first });
  await add(owner, { commentId: second });
  expect((await remove(supervisor, first)).status).toBe(403);
  expect((await remove(owner, first)).status).toBe(204);
  expect((await remove(owner, first)).status).toBe(204);
  expect((await remove(admin, second)).status).toBe(204);
  expect(await list(owner)).toEqual([]);
  expect((await remove(owner, 'no-id')).status).toBe(404);
});

it('knows nothing of remarks about another call', async () => {
  const { owner } = harness.people;
  const commentId = randomUUID();
  await add(owner, { commentId });
  const before = callId;
  callId = (await callInState(harness, 'closed')).id;
  expect(await list(owner)).toEqual([]);
  expect((await remove(owner, commentId)).status).toBe(204);
  callId = before;
  expect(await list(owner)).toHaveLength(1);
});

it.each([
  ['no words', { text: '  \n ' }],
  ['too many', { text: 'x'.repeat(2_001) }],
  ['a moment before the call', { atMs: -1 }],
  ['a moment after it', { atMs: 90_001 }],
  ['half a millisecond', { atMs: 0.5 }],
  ['an id that is none', { commentId: '1' }],
])('refuses %s', async (_what, comment) => {
  const response = await add(harness.people.owner, comment);
  expect(response.status).toBe(400);
  expect(await list(harness.people.owner)).toEqual([]);
});

it('has an end to how many there can be', async () => {
  await harness.services.db`
    insert into session_comments (call_id, comment_id, at_ms, text, author_name)
    select ${callId}, gen_random_uuid(), 0, 'x', 'X' from generate_series(1, ${MAX_SESSION_COMMENTS})`;
  const response = await add(harness.people.owner, {});
  expect(response.status).toBe(409);
  expect((await errorOf(response)).message).toBe('This call has as many comments as it can.');
});
