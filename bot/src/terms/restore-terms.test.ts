import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardText } from './heard-text.ts';
import { likelyTerms, restoreTerms } from './restore-terms.ts';
import { compileTerms } from './term-list.ts';
import { termsToAskFor } from './term-prompt.ts';
import { heard } from './test-support/heard.ts';

const names = ['Orphelia', 'Kestrelon', 'CloudKeep', 'Nimbari', 'Tobias Eikenberry', 'Brevanta'];
const terms = compileTerms(names);
const restored = (first: string, second?: string) =>
  restoreTerms(heard(first), terms, second === undefined ? undefined : heard(second));
const asksFor = (written: string) => termsToAskFor(likelyTerms(heard(written), terms));

describe('what one hearing restores', () => {
  it('is a term that can be nothing else, and says what was heard', () => {
    expect(restored('Your Ar|phel|ia~23 is covered.')).toEqual({
      text: 'Your Orphelia is covered.',
      corrections: [{ from: 'Arphelia', to: 'Orphelia', at: 5 }],
    });
  });

  it('is a name of which one word was heard right', () => {
    const { text } = restored('I am To|bi|as I|con|ber|ry,~48 and I have a question.');
    expect(text).toBe('I am Tobias Eikenberry, and I have a question.');
  });

  it('is a term that was written in two words of which the decoder was unsure', () => {
    expect(restored('It is in cloud~67 keep.~36').text).toBe('It is in CloudKeep.');
  });

  it.each([
    ['words that were heard surely', 'It is in cloud keep.'],
    ['a rare word that was heard surely', 'Your Ar|phel|ia~95 is covered.'],
    ['ordinary words, unsure ones too', 'We have a brave~58 ant~45 here.'],
    ['a sure word beside an unsure one', 'A cas|tel~36 on the roof.'],
    ['words that only resemble a term somewhat', 'The tem|po|rary~12 cost.'],
    ['a term that was heard right', 'My Kes|trel|on~40 works.'],
  ])('is never %s', (_name, written) => {
    const { text } = heard(written);
    expect(restored(written)).toEqual({ text, corrections: [] });
  });
});

describe('what is asked for again', () => {
  it('are the terms that unsure words resemble', () => {
    expect(asksFor('The filter for the tem|po|rary~12 cost too much.')).toEqual(['Nimbari']);
  });

  it.each([
    ['nothing is unsure', 'The temporary cost too much.'],
    ['what is unsure resembles nothing', 'How long will the reef~74 intake?~54'],
    ['only a number is unsure', 'My order is 4521.~30'],
    ['there is nothing', ''],
  ])('is nothing where %s', (_name, written) => {
    expect(asksFor(written)).toBeUndefined();
  });

  it('is nothing of a model that does not tell how sure it is', () => {
    const silent = { text: 'Your Arphelia is covered.', words: null, meanLogProbability: null };
    expect(termsToAskFor(likelyTerms(silent, terms))).toBeUndefined();
    expect(restoreTerms(silent, terms, heard('Your Orphelia is covered.')).corrections).toEqual([]);
  });

  it('goes by the whole text where a model tells of that alone', () => {
    const unsure = { text: 'Your Arphelia is covered.', words: null, meanLogProbability: -0.7 };
    expect(termsToAskFor(likelyTerms(unsure, terms))).toEqual(['Orphelia']);
    expect(restoreTerms(unsure, terms, heard('Your Orphelia is covered.')).text).toContain(
      'Orphelia',
    );
    expect(
      restoreTerms({ ...unsure, meanLogProbability: -0.1 }, terms, undefined).corrections,
    ).toEqual([]);
  });
});

describe('what a second hearing restores', () => {
  it('is a term that it wrote where the first was unsure', () => {
    const second = 'The filter for the Nimbari costs too much.';
    expect(restored('The filter for the tem|po|rary~12 cost~70 too much.', second)).toEqual({
      text: 'The filter for the Nimbari costs too much.',
      corrections: [{ from: 'temporary cost', to: 'Nimbari costs', at: 19 }],
    });
  });

  it('is not what it wrote elsewhere', () => {
    const second = 'Your Orphelia works with the new light, at last.';
    const { text } = restored('Your Ar|phel|ia~23 worked with the new flight at last.', second);
    expect(text).toBe('Your Orphelia works with the new flight at last.');
  });

  it('is written as the term is, whatever case or joint the model gave it', () => {
    expect(restored('In cloud~67 heap.~36', 'In cloudkeep.').text).toBe('In CloudKeep.');
  });

  it('is nothing that it wrote for sure words', () => {
    const first = 'The brave ant is here.';
    expect(restored(first, 'The Brevanta is here.').corrections).toEqual([]);
  });

  it('is no echo of what it was asked for', () => {
    const first = 'Call the new check whenever the syntax~17 is in stock.';
    expect(restored(first, 'CloudKeep.').corrections).toEqual([]);
    expect(restored('Yes.~30', 'Kestrelon.').corrections).toEqual([]);
    expect(restored('', 'Kestrelon.').corrections).toEqual([]);
  });

  it('is nothing in the place of a number, or with one', () => {
    const first = 'It is nim~20 four~20 one~20 one~20 right?';
    expect(restored(first, 'It is Nimbari one right?').corrections).toEqual([]);
    const other = 'The nim|bar|y~20 works.';
    expect(restored(other, 'The Nimbari 4111 works.').text).not.toContain('4111');
  });

  it('restores two of them, each in its place', () => {
    const first = 'A cas|tril|lon~29 and~90 a Ar|phel|i~29 broke.';
    const { text, corrections } = restored(first, 'A Kestrelon and a Orphelia broke.');
    expect(text).toBe('A Kestrelon and a Orphelia broke.');
    expect(corrections.map(({ at, to }) => text.slice(at, at + to.length))).toEqual([
      'Kestrelon',
      'Orphelia',
    ]);
  });
});

describe('whatever was heard', () => {
  const word = fc.tuple(
    fc.constantFrom(
      'Kes|trel',
      'Or|fel|ia',
      'cloud',
      'keep,',
      'four',
      '41',
      'a',
      'Tobias',
      'brave',
      'ant.',
    ),
    fc.integer({ min: 1, max: 99 }),
  );
  const text = fc
    .array(word, { maxLength: 9 })
    .map((words) => words.map(([spelt, percent]) => `${spelt}~${percent}`).join(' '));

  it('can be had back, keeps its numbers, and only terms that are listed come in', () => {
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (first, second) => {
        const result = restored(first, second);
        expect(heardText(result)).toBe(heard(first).text);
        const numbers = (of: string) => of.match(/41|four/g) ?? [];
        expect(numbers(result.text)).toEqual(numbers(heard(first).text));
        for (const { to, at } of result.corrections) {
          expect(result.text.slice(at, at + to.length)).toBe(to);
          expect(names.some((name) => to.includes(name))).toBe(true);
        }
      }),
    );
  });
});
