import { expect, test } from 'vitest';
import { playbookCardSchema } from './playbook-card.ts';

const card = {
  id: 'refund-request',
  title: 'Customer wants a refund',
  phrases: ['i want a refund'],
  suggestion: 'Of course[, {name}]. I will refund your order[ {order}] now.',
  reasoning: 'A clear yes calms.',
  action: 'offer_refund',
  confidence: 0.9,
  source: 'Refund guide §1',
};

test('fills in what a card leaves out', () => {
  expect(playbookCardSchema.parse(card)).toMatchObject({
    kind: 'guidance',
    listensTo: 'customer',
    followUps: [],
    when: { record: [], recordNot: [], said: [], notSaid: [] },
    important: false,
  });
});

test.each([
  ['a place outside brackets', 'Thank you, {name}.'],
  ['a place that is not known', 'Thank you[, {firstName}].'],
  ['a bracket that is not closed', 'Thank you[, {name}.'],
])('refuses %s', (_, suggestion) => {
  expect(playbookCardSchema.safeParse({ ...card, suggestion }).success).toBe(false);
});

test('refuses a card that nothing brings up', () => {
  expect(playbookCardSchema.safeParse({ ...card, phrases: [] }).success).toBe(false);
});

test('accepts a card that only has examples', () => {
  const parsed = playbookCardSchema.parse({ ...card, phrases: [], examples: ['Pay me back.'] });
  expect(parsed.examples).toEqual(['Pay me back.']);
});

test('refuses a follow-up that follows nothing', () => {
  const followUps = [{ phrases: ['how long does it take'] }];
  expect(playbookCardSchema.safeParse({ ...card, followUps }).success).toBe(false);
  const onRecord = [{ record: ['open-ticket'], phrases: ['any news'] }];
  expect(playbookCardSchema.safeParse({ ...card, followUps: onRecord }).success).toBe(true);
});

test('accepts a card that only follows up', () => {
  const followUps = [{ after: ['refund'], phrases: ['how long does it take'] }];
  const parsed = playbookCardSchema.parse({ ...card, phrases: [], followUps });
  expect(parsed.followUps[0]?.within).toBe(6);
});

test('refuses fields it does not know, as a slip of the pen would go unnoticed', () => {
  expect(playbookCardSchema.safeParse({ ...card, importnat: true }).success).toBe(false);
});
