import { describe, expect, test, vi } from 'vitest';
import { createPlaybook } from './create-playbook.ts';
import { cardWith, recordWith, talk } from './test-support/talk.ts';

const refund = cardWith();
const ids = (matches: readonly { card: { id: string } }[]) => matches.map(({ card }) => card.id);

test('fills name and order into the suggestion', () => {
  const card = cardWith({ suggestion: 'Yes[, {name}], I refund it[ for order {order}].' });
  const known = { customerName: 'Maria Santos', orderNumber: '4521' };
  const [match] = createPlaybook([card]).match(talk(['customer: I want a refund'], known));
  expect(match).toMatchObject({
    confidence: 0.9,
    suggestion: 'Yes, Maria, I refund it for order 4521.',
  });
});

test('listens to the side that the card is for', () => {
  const playbook = createPlaybook([refund, cardWith({ id: 'agent-card', listensTo: 'agent' })]);
  expect(ids(playbook.match(talk(['customer: I want a refund'])))).toEqual(['refund-request']);
  expect(ids(playbook.match(talk(['agent: you want a refund'])))).toEqual(['agent-card']);
});

test('does not bring up again what an earlier segment said', () => {
  const said = ['customer: I want a refund', 'customer: it is sunny here'] as const;
  expect(createPlaybook([refund]).match(talk([...said]))).toEqual([]);
});

test('leaves a card out when the turn says that something else is meant', () => {
  const card = cardWith({ butNot: ['when ... refund'] });
  const playbook = createPlaybook([card]);
  expect(playbook.match(talk(['customer: I want to know when I get the refund']))).toEqual([]);
});

describe('follow-ups', () => {
  const card = cardWith({
    id: 'refund-when',
    phrases: [],
    followUps: [{ after: ['refund'], within: 3, phrases: ['how long'] }],
  });
  const playbook = createPlaybook([card]);

  test('need their topic', () => {
    expect(playbook.match(talk(['customer: How long will it take?']))).toEqual([]);
  });

  test('carry on a topic that either side raised', () => {
    const matches = playbook.match(
      talk(['agent: I issue the refund.', 'customer: How long will it take?']),
    );
    expect(ids(matches)).toEqual(['refund-when']);
    expect(matches[0]?.confidence).toBeLessThan(0.9);
  });

  test('forget a topic that is too long ago', () => {
    const between = ['agent: One.', 'customer: Two.', 'agent: Three.'] as const;
    const lines = ['agent: the refund', ...between, 'customer: How long?'] as const;
    expect(playbook.match(talk([...lines]))).toEqual([]);
  });
});

describe('what the record tells', () => {
  const card = cardWith({
    phrases: [],
    followUps: [{ record: ['past-due'], phrases: ['still not'] }],
  });
  const match = (status: 'past-due' | 'active') =>
    createPlaybook([card]).match(
      talk(['customer: It is still not done.'], { record: recordWith({ status }) }),
    );

  test('makes vague words clear', () => {
    expect(match('past-due')[0]?.confidence).toBe(0.9);
    expect(match('active')).toEqual([]);
  });
});

describe('examples', () => {
  const examples = [
    'Could you pay me back?',
    'I would like to be paid back.',
    'Pay me back the whole sum.',
    'No new one, just pay it back.',
    'I want to be paid back every cent of it.',
  ];
  const playbook = createPlaybook([cardWith({ examples })]);

  test('bring a card up without a phrase, less surely', () => {
    const [match] = playbook.match(talk(['customer: Just pay it back to me.']));
    expect(match?.card.id).toBe('refund-request');
    expect(match?.confidence).toBeLessThan(0.9);
  });

  test('are what customers say, also for a card that listens to the agent', () => {
    const agentCard = cardWith({ listensTo: 'agent', examples });
    const match = (line: Parameters<typeof talk>[0][0]) =>
      ids(createPlaybook([agentCard]).match(talk([line])));
    expect(match('customer: Just pay it back to me.')).toEqual(['refund-request']);
    expect(match('agent: Just pay it back to me.')).toEqual([]);
    expect(match('customer: I want a refund.')).toEqual([]);
  });

  test('bring nothing up when a phrase of the card is denied', () => {
    const card = cardWith({ phrases: ['pay ... back'], examples });
    expect(createPlaybook([card]).match(talk(["customer: Don't pay it back to me."]))).toEqual([]);
  });
});

describe('conditions', () => {
  const lines = ['customer: I want a refund'] as const;
  const matches = (when: object, known: Parameters<typeof talk>[1] = {}) =>
    createPlaybook([cardWith({ when })]).match(talk([...lines], known)).length > 0;

  test('on the sentiment', () => {
    expect(matches({ sentiment: 'negative' }, { sentiment: -0.6 })).toBe(true);
    expect(matches({ sentiment: 'negative' }, { sentiment: 0 })).toBe(false);
    expect(matches({ sentiment: 'not-positive' }, { sentiment: 0 })).toBe(true);
    expect(matches({ sentiment: 'not-positive' }, { sentiment: 0.6 })).toBe(false);
    expect(matches({ sentiment: 'not-positive' })).toBe(true);
  });

  test('on the sentiment of the turns before, when this one has none', () => {
    const playbook = createPlaybook([cardWith({ when: { sentiment: 'negative' } })]);
    const { said, ...rest } = talk([
      'customer: awful',
      'customer: bad',
      'customer: I want a refund',
    ]);
    const scores = [-0.9, -0.6, 0];
    const [first, ...others] = said.map((one, at) => ({ ...one, sentiment: scores[at] ?? null }));
    if (!first) throw new Error('Three segments were said.');
    expect(playbook.match({ ...rest, said: [first, ...others] })).toHaveLength(1);
  });

  test('on the record', () => {
    const record = recordWith({ status: 'past-due' });
    expect(matches({ record: ['past-due'] }, { record })).toBe(true);
    expect(matches({ record: ['past-due'] }, { record: recordWith() })).toBe(false);
    expect(matches({ recordNot: ['past-due'] }, { record })).toBe(false);
    expect(matches({ record: ['no-record'] })).toBe(true);
  });

  test('on what was said before', () => {
    const playbook = createPlaybook([cardWith({ when: { said: ['lamp'] } })]);
    expect(playbook.match(talk(['agent: Which lamp?', 'customer: I want a refund']))).toHaveLength(
      1,
    );
    expect(playbook.match(talk(['agent: Which one?', 'customer: I want a refund']))).toEqual([]);
  });

  test('on what the agent has not said', () => {
    const playbook = createPlaybook([cardWith({ when: { notSaid: ['date of birth'] } })]);
    const agent = ['agent: What is your date of birth?', 'customer: I want a refund'] as const;
    const customer = ['customer: My date of birth, okay.', 'customer: I want a refund'] as const;
    expect(playbook.match(talk([...agent]))).toEqual([]);
    expect(playbook.match(talk([...customer]))).toHaveLength(1);
  });
});

describe('ranking', () => {
  test('puts the surer card first, and of equal ones that of more words', () => {
    const sure = cardWith({ id: 'sure', phrases: ['refund'], confidence: 0.95 });
    const longer = cardWith({ id: 'longer', phrases: ['want ... refund ... today'] });
    const shorter = cardWith({ id: 'shorter', phrases: ['today ... please'] });
    const matches = createPlaybook([shorter, longer, sure]).match(
      talk(['customer: I want a refund today please']),
    );
    expect(ids(matches)).toEqual(['longer', 'shorter']);
  });

  test('leaves out what is only a part of a longer match', () => {
    const when = cardWith({ id: 'refund-when', phrases: ['when ... refund'] });
    const matches = createPlaybook([cardWith({ phrases: ['refund'] }), when]).match(
      talk(['customer: When will I get my refund?']),
    );
    expect(ids(matches)).toEqual(['refund-when']);
  });

  test('leaves out what is below the threshold, or far behind the best', () => {
    const unsure = cardWith({ id: 'unsure', phrases: ['lamp'], confidence: 0.55 });
    const conversation = talk(['customer: I want a refund for this lamp']);
    expect(createPlaybook([unsure]).match(conversation)).toHaveLength(1);
    expect(createPlaybook([unsure], { leastConfidence: () => 0.6 }).match(conversation)).toEqual(
      [],
    );
    expect(ids(createPlaybook([unsure, refund]).match(conversation))).toEqual(['refund-request']);
  });
});

describe('what is done', () => {
  const card = cardWith({
    suggestion: 'Let me refund the coffee machine in full today[, {name}].',
    doneWhenSaid: ['issue ... refund'],
  });
  const playbook = createPlaybook([card]);

  test.each([
    ['by the phrases of the card', 'I have issued the refund.', true],
    ['by its suggestion, nearly', "I'll refund your coffee machine in full.", true],
    ['not by the contrary', 'I cannot tell, I have not issued a refund.', false],
    ['not by other words', 'How can I help you?', false],
  ])('is told %s', (_, agentText, expected) => {
    expect(playbook.isDone('refund-request', agentText)).toBe(expected);
  });

  test('is never a card that is not known', () => {
    expect(playbook.isDone('unknown', 'I have issued the refund.')).toBe(false);
  });
});

test('goes on without a phrase that cannot be read, and tells of it', () => {
  const onFaulty = vi.fn();
  const card = cardWith({ phrases: ['<nonsense>', 'want ... refund'] });
  const playbook = createPlaybook([card], { onFaulty });
  expect(onFaulty).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ cardId: 'refund-request', phrase: '<nonsense>' }),
  );
  expect(playbook.match(talk(['customer: I want a refund']))).toHaveLength(1);
});
