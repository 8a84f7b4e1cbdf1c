import { queueIdSchema } from '@agent/protocol';
import { expect, test } from 'vitest';
import { fakeUser } from '../../test-support/fake-user.ts';
import { whatDisablingDoes, whatSavingDoes, whatWasDone } from './user-words.ts';

const named = [
  { id: queueIdSchema.parse('main'), name: 'Main' },
  { id: queueIdSchema.parse('billing'), name: 'Billing' },
];
const [main, billing] = named.map(({ id }) => id);
if (!main || !billing) throw new Error('There are no queues.');

test('disabling says what becomes of sessions, of the call and of the link', () => {
  const link = { kind: 'password', expiresAt: '2026-12-01T10:00:00.000Z' };
  expect(whatDisablingDoes(fakeUser(1, { openCall: 'active', link }))).toEqual([
    'Person 1 is signed out everywhere and cannot sign in until you enable the account again.',
    'One call ends for them: the customer goes back to the queue and keeps the place.',
    'The link that is still open stops working.',
    'Past calls and what is on record stay.',
  ]);
  expect(whatDisablingDoes(fakeUser(1)).join()).not.toMatch(/call ends|link/);
});

test('saving says what goes beyond the form', () => {
  const agent = fakeUser(1, { openCall: 'wrap-up' });
  expect(whatSavingDoes(agent, { displayName: 'Another' }, named)).toEqual([]);
  expect(whatSavingDoes(agent, { role: 'supervisor' }, named)).toEqual([
    'Person 1 is signed out everywhere, and signs in again as a supervisor.',
    'Their wrap-up is closed with what they have saved.',
    'Person 1 leaves all queues.',
    'Person 1 looks after all queues.',
  ]);
  expect(whatSavingDoes(agent, { queues: [billing] }, named)).toEqual([
    'Calls of Billing are offered from now on.',
    'No new calls of Main are offered; a call at hand goes on.',
  ]);
  expect(whatSavingDoes(agent, { queues: [] }, named)).toEqual([
    'Without a queue Person 1 is offered no call.',
  ]);
  const admin = fakeUser(2, { role: 'admin', queues: [] });
  expect(whatSavingDoes(admin, { role: 'agent', queues: [main] }, named)).toEqual([
    'Person 2 is signed out everywhere, and signs in again as an agent.',
    'Calls of Main are offered from now on.',
  ]);
});

test('of a supervisor it says which queues are looked after', () => {
  const supervisor = fakeUser(1, { role: 'supervisor', queues: [] });
  expect(whatSavingDoes(supervisor, { displayName: 'Another' }, named)).toEqual([]);
  expect(whatSavingDoes(supervisor, { queues: [main, billing] }, named)).toEqual([
    'Person 1 looks after Main and Billing, and after no other queue.',
    'Listening to a call of another queue ends.',
  ]);
  const ofMain = fakeUser(1, { role: 'supervisor' });
  expect(whatSavingDoes(ofMain, { queues: [] }, named)).toEqual([
    'Person 1 looks after all queues.',
  ]);
  expect(whatSavingDoes(ofMain, { role: 'admin' }, named)).toEqual([
    'Person 1 is signed out everywhere, and signs in again as an admin.',
  ]);
});

test('afterwards it says what was done', () => {
  const user = fakeUser(1);
  expect(whatWasDone({ user, sessionsEnded: true, call: 'requeued' })).toBe(
    'Person 1 has been signed out everywhere. The customer is back in the queue.',
  );
  expect(whatWasDone({ user, sessionsEnded: false, call: null })).toBe('');
});
