import type { Speaker } from '@agent/protocol';
import { expect, it } from 'vitest';
import { createRedaction } from './redaction.ts';

/** Where the numbers of each line were: C: or A: says who speaks. */
function whereIn(...lines: string[]) {
  const redaction = createRedaction();
  return lines.map((line) => {
    const speaker: Speaker = line.startsWith('C: ') ? 'customer' : 'agent';
    const { masked, begunSegments } = redaction.of(speaker).final(line.slice(3));
    return masked === 'here-and-before' ? `${begunSegments} before` : masked;
  });
}

it('tells that a number is all in one segment', () => {
  expect(whereIn('C: Hello.', 'C: It is 4111 1111 1111 1111.')).toEqual(['none', 'here']);
});

it('tells that a number began before', () => {
  const lines = whereIn('C: Sure.', 'C: 4111', 'C: 1111', 'A: Okay.', 'C: 1111', 'C: 1111');
  expect(lines).toEqual(['none', 'none', '1 before', 'none', '2 before', '3 before']);
});

it('tells so when the segment before was long ago hidden as well', () => {
  const lines = whereIn('A: Your card number, please?', 'C: Four one one one', 'C: and two two');
  expect(lines).toEqual(['none', 'here', '1 before']);
});

it('finds what the other side reads back, and what is corrected', () => {
  const lines = whereIn(
    'C: My card number is 4111 1111 1111 1111.',
    'A: 4111 1111 1111 1112?',
    'C: No, sorry, one one one one at the end.',
    'A: One one one one, got it.',
  );
  expect(lines).toEqual(['here', 'here', '1 before', '1 before'].map(() => expect.any(String)));
  expect(lines).not.toContain('none');
});

it('finds nothing where other numbers are said', () => {
  const lines = whereIn('C: My order is 4521.', 'A: Order 4521 of March?', 'C: For 29 dollars.');
  expect(lines).toEqual(['none', 'none', 'none']);
});

it('keeps in mind how far back digits go that may be the beginning of a number', () => {
  const redaction = createRedaction();
  const said = (speaker: Speaker, text: string) =>
    redaction.of(speaker).final(text).unfinishedSegments;
  expect(said('customer', 'It is 41')).toEqual({ customer: 1, agent: 0, supervisor: 0 });
  expect(said('customer', '11')).toEqual({ customer: 2, agent: 0, supervisor: 0 });
  expect(said('agent', 'Go on.')).toEqual({ customer: 2, agent: 0, supervisor: 0 });
  expect(said('agent', 'That is not an order of yours.')).toEqual({
    customer: 0,
    agent: 0,
    supervisor: 0,
  });
});

it('takes any number for a card number while nobody knows what was said before', () => {
  const redaction = createRedaction({ isTakenOver: true });
  expect(redaction.isCardTalk).toBe(true);
  const found = redaction.of('customer').final('And one one.');
  expect(found).toMatchObject({ masked: 'here-and-before', begunSegments: 1 });
  redaction.recall([]);
  expect(redaction.isCardTalk).toBe(false);
});
