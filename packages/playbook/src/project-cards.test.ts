import { aSegmentId } from '@agent/testing/ids';
import { loadScript } from '@agent/testing/script';
import { describe, expect, test } from 'vitest';
import type { Said } from './conversation.ts';
import { createPlaybook } from './create-playbook.ts';
import { fillPlaces } from './fill-places.ts';
import { recordWith } from './record-with.ts';
import { NEAR_MISSES, SMALL_TALK } from './test-support/near-misses.ts';
import { PARAPHRASES } from './test-support/paraphrases.ts';
import { projectCards } from './test-support/project-cards.ts';
import { customerSays, type Line, talk } from './test-support/talk.ts';

const cards = projectCards();
const faulty: unknown[] = [];
const playbook = createPlaybook(cards, { onFaulty: (phrase) => faulty.push(phrase) });

function idsFor(text: string): string[] {
  const conversation = text.startsWith('agent: ') ? talk([text as Line]) : customerSays(text);
  return playbook.match(conversation).map(({ card }) => card.id);
}

describe('the cards of the project', () => {
  test('are at least 35, each with an id of its own and phrases that can be read', () => {
    expect(cards.length).toBeGreaterThanOrEqual(35);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    expect(faulty).toEqual([]);
  });

  test.each(cards.map((card) => [card.id, card] as const))(
    '%s reads well with and without name and order',
    (_, { suggestion }) => {
      for (const name of ['Maria', undefined]) {
        for (const order of ['4521', undefined]) {
          const text = fillPlaces(suggestion, { name, order });
          expect(text).toMatch(/^[A-Z].*[.?!]$/);
          expect(text).not.toMatch(/[{}[\]]| {2}|\s[,.?!]|,,/);
        }
      }
    },
  );

  test('come up for other words than their own', () => {
    const turns = Object.entries(PARAPHRASES).flatMap(([id, texts]) =>
      texts.map((text) => ({ id, text })),
    );
    const missed = turns.filter(({ id, text }) => !idsFor(text).slice(0, 2).includes(id));
    expect(missed).toEqual([]);
  });

  test.each(NEAR_MISSES)('%s stays away on "%s"', (id, text) => {
    expect(idsFor(text)).not.toContain(id);
  });

  test.each(SMALL_TALK.map((text) => [text]))('none comes up on "%s"', (text) => {
    expect(idsFor(text)).toEqual([]);
  });
});

describe('the card for an order that was named and is late', () => {
  const late = recordWith(['late-order'], Date.now());
  const complaint = 'customer: My coffee machine still has not arrived.';
  const question = 'agent: I am sorry. Which order is it?';
  const idsAfter = (lines: readonly [Line, ...Line[]], record = late) =>
    playbook.match(talk(lines, { record, orderNumber: '4521' })).map(({ card }) => card.id);

  test.each([
    'Sure, the order number is 4521.',
    '4521.',
    "It's four five two one.",
    'Order 4-5-2-1, please hurry.',
    'Yes, one moment. Here it is: 45 21.',
  ])('comes up on "%s"', (text) => {
    expect(idsAfter([complaint, question, `customer: ${text}`])[0]).toBe('late-order-named');
  });

  test.each([
    ['for a number that is none of an order', [complaint, question, 'customer: Two weeks ago.']],
    ['before anybody complained', [question, 'customer: It is 4521.']],
    [
      'once a refund was offered',
      [complaint, 'agent: I can refund you. Which order is it?', 'customer: It is 4521.'],
    ],
  ] as const)('stays away %s', (_when, lines) => {
    expect(idsAfter(lines)).not.toContain('late-order-named');
  });

  test('stays away when the record says that nothing is late', () => {
    const record = recordWith(['order-on-the-way'], Date.now());
    expect(idsAfter([complaint, question, 'customer: It is 4521.'], record)).toEqual([]);
  });
});

/** What should come up first for each of the customer's turns; undefined: nothing. */
const EXPECTED = {
  'late-delivery': [
    'delivery-delay',
    undefined,
    'disappointed-customer',
    'refund-request',
    'thanks-closing',
  ],
  'double-charge': [
    'double-charge',
    'double-charge',
    'threat-to-leave',
    'refund-when',
    'thanks-closing',
  ],
  'password-reset': ['sign-in-trouble', 'reset-mail-missing', 'anything-else', 'thanks-closing'],
} as const;

describe('the calls that are spoken in tests', () => {
  test.each(Object.entries(EXPECTED))('%s brings up one good card a turn', async (name, ids) => {
    const { turns } = await loadScript(name);
    const said: Said[] = [];
    const first: (string | undefined)[] = [];
    for (const { speaker, text, endMs } of turns) {
      said.push({ segmentId: aSegmentId(), speaker, text, endMs, sentiment: null });
      const [match] = playbook.match({
        said: said as [Said, ...Said[]],
        customerName: null,
        record: undefined,
        isVerified: false,
        orderNumber: undefined,
        namedOrders: [],
      });
      if (speaker === 'customer') first.push(match?.card.id);
    }
    expect(first).toEqual(ids);
  });
});
