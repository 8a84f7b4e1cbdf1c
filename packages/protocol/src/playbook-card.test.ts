import { expect, test } from 'vitest';
import { followUpSchema, playbookCardSchema, playbookFileSchema } from './playbook-card.ts';

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

const x = (length: number) => 'x'.repeat(length);
const many = (count: number) => Array.from({ length: count }, (_, index) => `words ${index}`);
const facts = ['open-ticket', 'late-order', 'past-due', 'loyal-customer', 'called-recently'];
const followUp = { after: ['refund'], phrases: ['how long does it take'] };

/** The last value that is taken beside the first that is not. */
test.each<[field: string, taken: unknown[], refused: unknown[]]>([
  ['id', ['a', 'a-1-b', x(60)], ['', 'A', 'a--b', '-a', 'a-', 'a b', 'ä', x(61), 'a\n']],
  ['title', ['a', x(80)], ['', ' ', x(81)]],
  ['kind', ['guidance', 'must-say', 'never-say'], ['advice', null]],
  ['listensTo', ['customer', 'agent'], ['bot', null]],
  ['phrases', [['ab'], [x(400)], many(60)], [[], ['a'], [' a '], [x(401)], many(61)]],
  ['examples', [[], ['ab'], [x(300)], many(80)], [['a'], [x(301)], many(81)]],
  ['followUps', [[], Array(10).fill(followUp)], [Array(11).fill(followUp)]],
  ['butNot', [[], many(60)], [['a'], many(61)]],
  ['doneWhenSaid', [[], many(60)], [['a'], many(61)]],
  ['when', [{ sentiment: 'negative' }, { sentiment: 'not-positive' }], [{ sentiment: 'positive' }]],
  ['when', [{ record: facts.slice(0, 4) }], [{ record: facts }, { record: ['rich'] }]],
  ['when', [{ recordNot: facts.slice(0, 4) }], [{ recordNot: facts }, { mood: 'negative' }]],
  ['when', [{ said: ['ab'], notSaid: ['ab'] }], [{ said: ['a'] }, { notSaid: ['a'] }]],
  ['suggestion', ['a', x(600)], ['', ' ', x(601), ']', '}', 'a {name}', '[{name} [{order}]]']],
  ['reasoning', ['a', x(600)], ['', ' ', x(601)]],
  ['action', ['explain'], ['', 'shout']],
  ['confidence', [0, 1], [-0.01, 1.01, '1']],
  ['important', [true, false], ['yes', 1]],
  ['source', ['a', x(120)], ['', ' ', x(121)]],
])('%s of a card has its limits', (field, taken, refused) => {
  const isTaken = (value: unknown) =>
    playbookCardSchema.safeParse({ ...card, [field]: value }).success;
  for (const value of taken) expect(isTaken(value), JSON.stringify(value)).toBe(true);
  for (const value of refused) expect(isTaken(value), JSON.stringify(value)).toBe(false);
});

test.each<[field: string, taken: unknown[], refused: unknown[]]>([
  ['within', [1, 20], [0, 21, 1.5]],
  ['record', [[], facts.slice(0, 4)], [facts, ['rich']]],
  ['phrases', [['ab']], [[], ['a']]],
  ['sooner', [], [1]],
])('%s of a follow-up has its limits', (field, taken, refused) => {
  const isTaken = (value: unknown) =>
    followUpSchema.safeParse({ ...followUp, [field]: value }).success;
  for (const value of taken) expect(isTaken(value), JSON.stringify(value)).toBe(true);
  for (const value of refused) expect(isTaken(value), JSON.stringify(value)).toBe(false);
});

test('trims what is shown and what is listened for', () => {
  const spacious = { title: ' T ', phrases: [' i want a refund '], suggestion: ' Yes. ' };
  expect(playbookCardSchema.parse({ ...card, ...spacious })).toMatchObject({
    title: 'T',
    phrases: ['i want a refund'],
    suggestion: 'Yes.',
  });
});

test('says where a card is wrong', () => {
  const pathsOf = (part: object) =>
    playbookCardSchema.safeParse({ ...card, ...part }).error?.issues.map(({ path }) => path);
  expect(pathsOf({ phrases: [] })).toEqual([['phrases']]);
  expect(pathsOf({ followUps: [{ phrases: ['any news'] }] })).toEqual([['followUps', 0, 'after']]);
  expect(pathsOf({ suggestion: '{name}' })).toEqual([['suggestion']]);
});

test('a file holds one card at least', () => {
  expect(playbookFileSchema.safeParse([]).success).toBe(false);
  expect(playbookFileSchema.parse([card])).toHaveLength(1);
});
