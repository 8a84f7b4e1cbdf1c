import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, agree, canBeSaidIn, noAgreement, spokenSoFar } from './agreement.ts';

const growing = (before: Agreement, text: string) => agree(before, text, 'growing');
const after = (...passes: string[]) => spokenSoFar(passes.reduce(growing, noAgreement));
const plain = (text: string) => text.toLowerCase().replace(/[^a-z ]/g, '');
const textAfter = (...passes: string[]) => {
  const { stable, tail } = after(...passes);
  return (stable + tail).trim();
};

describe('agree', () => {
  it('holds the last word back until two passes say it', () => {
    expect(after('Hello there')).toEqual({ stable: '', tail: 'Hello' });
    expect(after('Hello there', 'Hello there')).toEqual({ stable: 'Hello there ', tail: '' });
  });

  it('calls stable what two passes in a row begin with, whatever case and punctuation', () => {
    expect(after('Hello. I can', 'Hello, I can not be')).toEqual({
      stable: 'Hello, I can ',
      tail: 'not',
    });
  });

  it('keeps what is shown when one pass alone contradicts it or hears less', () => {
    expect(textAfter('I ordered a', 'I ordered a coffee', 'I order')).toBe('I ordered a');
    expect(textAfter('I ordered a', 'I ordered a coffee', 'Iron or a tea')).toBe('I ordered a');
  });

  it('replaces what is shown, whole, when two passes in a row contradict it', () => {
    const replaced = after('Away there it', 'Oh wait, there', 'Oh wait, there it is');
    expect(replaced).toEqual({ stable: 'Oh wait, there ', tail: 'it' });
  });

  it('takes a pass over the whole utterance as it is', () => {
    const whole = agree(growing(noAgreement, 'Away there it'), 'Oh wait.', 'whole');
    expect(spokenSoFar(whole)).toEqual({ stable: '', tail: 'Oh wait.' });
  });

  it('shows no lone sign while the utterance grows', () => {
    expect(after('/ I')).toEqual({ stable: '', tail: '' });
    expect(textAfter('- I completely', 'I completely understand')).toBe('I completely');
    expect(spokenSoFar(agree(noAgreement, 'Yes — indeed.', 'whole')).tail).toBe('Yes — indeed.');
  });

  const passes = fc.array(
    fc.array(fc.constantFrom('yes', 'No,', 'no', 'I', 'see.'), { maxLength: 6 }),
    { minLength: 1, maxLength: 6 },
  );

  it('only ever shows the beginning of one pass', () => {
    fc.assert(
      fc.property(passes, (spoken) => {
        const texts = spoken.map((words) => words.join(' '));
        const shown = textAfter(...texts);
        expect(texts.some((text) => text.startsWith(shown))).toBe(true);
      }),
    );
  });

  it('shows a pass whole and stable once the next repeats it, unless it only hears less', () => {
    fc.assert(
      fc.property(passes, (spoken) => {
        const texts = spoken.map((words) => words.join(' '));
        const last = texts.at(-1) ?? '';
        const before = textAfter(...texts);
        const { stable, tail } = after(...texts, last);
        const hearsLess = plain(before).startsWith(plain(last));
        if (!hearsLess) expect({ stable: stable.trim(), tail }).toEqual({ stable: last, tail: '' });
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
