import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, canBeSaidIn, noAgreement, spokenSoFar } from './agreement.ts';

const after = (...passes: string[]) => spokenSoFar(passes.reduce(agree, noAgreement));

describe('agree', () => {
  it('calls nothing stable after one pass', () => {
    expect(after('Hello there')).toEqual({ stable: '', tail: 'Hello there' });
  });

  it('calls stable what two passes in a row begin with, whatever case and punctuation', () => {
    expect(after('Hello. I can', 'Hello, I can not')).toEqual({
      stable: 'Hello, I can ',
      tail: 'not',
    });
  });

  it('takes back what a later pass contradicts instead of mixing the two', () => {
    expect(after('Away there', 'Away there it', 'Oh wait, there it is')).toEqual({
      stable: '',
      tail: 'Oh wait, there it is',
    });
  });

  const passes = fc.array(
    fc.array(fc.constantFrom('yes', 'No,', 'no', 'I', 'see.'), { maxLength: 6 }),
    { minLength: 1, maxLength: 6 },
  );

  it('always shows the latest pass, whole', () => {
    fc.assert(
      fc.property(passes, (spoken) => {
        const { stable, tail } = after(...spoken.map((words) => words.join(' ')));
        expect((stable + tail).trim()).toBe(spoken.at(-1)?.join(' '));
      }),
    );
  });

  it('finds everything stable when a pass is repeated', () => {
    fc.assert(
      fc.property(passes, (spoken) => {
        const texts = spoken.map((words) => words.join(' '));
        const { tail } = after(...texts, texts.at(-1) ?? '');
        expect(tail).toBe('');
      }),
    );
  });
});

describe('canBeSaidIn', () => {
  it('doubts a pass that has more words than anybody could have said', () => {
    expect(canBeSaidIn('Hello? Yes? Hello? Yes? Hello? Yes?', 700)).toBe(false);
    expect(canBeSaidIn('Hello, you have', 700)).toBe(true);
  });
});
