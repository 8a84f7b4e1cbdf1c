import { describe, expect, it } from 'vitest';
import { isBackchannel, isSubstantive } from './backchannel.ts';

describe('isBackchannel', () => {
  it.each(['Mm-hm.', 'Okay, thank you.', 'Yes.', 'Oh, I see.', 'All right. Bye.'])(
    'takes "%s" for a sign of listening',
    (text) => expect(isBackchannel(text)).toBe(true),
  );

  it.each(['Okay?', 'It is 4521.', 'Refund.', 'Yes, and I want a refund.', 'Not yet.'])(
    'hears something in "%s"',
    (text) => expect(isBackchannel(text)).toBe(false),
  );
});

describe('isSubstantive', () => {
  it.each([
    ['It does not turn on.', true],
    ['Not yet.', false],
    ['Yes, okay, all right.', false],
  ])('"%s": %s', (text, expected) => expect(isSubstantive(text)).toBe(expected));
});
