import { queueIdSchema } from '@agent/protocol';
import { expect, test } from 'vitest';
import { fakeUser } from '../../test-support/fake-user.ts';
import { changeOf, rebased, shownFields, withField } from './user-draft.ts';

const user = fakeUser(1);
const billing = queueIdSchema.parse('billing');
const main = queueIdSchema.parse('main');

test('only what is another is kept, and nothing when all is as before', () => {
  const draft = withField(user, undefined, { displayName: 'Another', role: 'agent' });
  expect(draft?.fields).toEqual({ displayName: 'Another' });
  expect(withField(user, draft, { displayName: 'Person 1' })).toBeUndefined();
  const reordered = withField(user, undefined, { queues: [main] });
  expect(reordered).toBeUndefined();
});

test('it is sent with the version it was made from, and queues go with their role', () => {
  const draft = withField(user, undefined, { queues: [main, billing], displayName: 'Another' });
  expect(draft && changeOf(draft)).toEqual({
    version: 3,
    displayName: 'Another',
    queues: ['main', 'billing'],
  });
  const other = withField(user, draft, { role: 'supervisor' });
  expect(other && changeOf(other)).toEqual({
    version: 3,
    displayName: 'Another',
    role: 'supervisor',
  });
  expect(shownFields(user, other).queues).toEqual([]);
  const chosen = withField(user, other, { queues: [main] });
  expect(chosen && changeOf(chosen)).toMatchObject({ role: 'supervisor', queues: ['main'] });
  const admin = withField(user, chosen, { role: 'admin' });
  expect(admin && changeOf(admin)).not.toHaveProperty('queues');
  expect(shownFields(user, withField(user, admin, { role: 'agent' })).queues).toEqual([main]);
});

test('what somebody else has done meanwhile shows, what was typed stays', () => {
  const draft = withField(user, undefined, { displayName: 'Another' });
  if (!draft) throw new Error('There is no draft.');
  const theirs = fakeUser(1, { version: 5, role: 'supervisor', queues: [] });
  const next = rebased(draft, theirs);
  expect(shownFields(theirs, next)).toEqual({
    displayName: 'Another',
    role: 'supervisor',
    queues: [],
  });
  expect(next && changeOf(next)).toEqual({ version: 5, displayName: 'Another' });
  expect(rebased(draft, fakeUser(1, { version: 5, displayName: 'Another' }))).toBeUndefined();
});
