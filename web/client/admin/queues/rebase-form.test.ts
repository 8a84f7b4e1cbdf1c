import { aUserId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { fakeAgents, fakeQueue } from '../../test-support/fake-admin-queue.ts';
import { changeOf, formValuesOf, isSameForm, queueFormSchema } from './queue-form.ts';
import { rebaseForm } from './rebase-form.ts';

const before = fakeQueue();
const typed = (part: object) => ({ ...formValuesOf(before), ...part });
const [ann, bob] = fakeAgents.map(({ userId }) => userId);

it('takes theirs over where nothing was touched, and keeps what was', () => {
  const mine = typed({ name: 'Mine', recorded: false });
  const now = fakeQueue({ version: 2, language: 'fr', target: { percent: 90, seconds: 20 } });
  const { values, taken, collisions } = rebaseForm(before, mine, now);
  expect(values).toEqual({
    ...formValuesOf(now),
    ...{ name: 'Mine', recorded: false },
  });
  expect(taken).toEqual(['language', 'target']);
  expect(collisions).toEqual([]);
});

it('tells where both have changed the same to something else, and stays with ours', () => {
  const mine = typed({ name: 'Mine', terms: 'Bahn' });
  const now = fakeQueue({ version: 2, name: 'Theirs', terms: ['Bahn'] });
  const { values, taken, collisions } = rebaseForm(before, mine, now);
  expect(values.name).toBe('Mine');
  expect({ taken, collisions }).toEqual({ taken: [], collisions: ['name'] });
});

it('lets agents whom either has put in or taken out be so', () => {
  const other = aUserId();
  const mine = typed({ memberIds: [bob] });
  const now = fakeQueue({ memberIds: [ann, other].flatMap((id) => id ?? []) });
  expect(rebaseForm(before, mine, now).values.memberIds).toEqual([other, bob]);
});

it('sends what differs from the queue it was typed upon, and nothing else', () => {
  const wanted = queueFormSchema.parse(typed({ terms: 'zipcar\nBahn', memberIds: [bob] }));
  expect(changeOf(before, wanted)).toEqual({
    ...{ version: 1, terms: ['zipcar', 'Bahn'], addMembers: [bob], removeMembers: [ann] },
  });
  expect(changeOf(before, queueFormSchema.parse(typed({})))).toEqual({ version: 1 });
});

it('takes the order of outcomes for a change, and that of agents for none', () => {
  const [one, other] = before.outcomes;
  expect(isSameForm(formValuesOf(before), typed({ outcomes: [other, one] }))).toBe(false);
  expect(isSameForm(typed({ memberIds: [ann, bob] }), typed({ memberIds: [bob, ann] }))).toBe(true);
});
