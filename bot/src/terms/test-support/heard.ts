import type { Heard } from '../restore-terms.ts';

/**
 * A text as a decoder wrote it. Words are sure and in one piece, unless it says otherwise:
 * "my Kes|trel~40" is a word of two pieces that was 40 % sure.
 */
export function heard(written: string): Heard {
  const words = written.split(' ').map((each) => {
    const [spelt = '', percent = '98'] = each.split('~');
    const pieces = spelt.split('|');
    return { word: pieces.join(''), probability: Number(percent) / 100, pieces: pieces.length };
  });
  const text = words.map(({ word }) => word).join(' ');
  return { text, words, meanLogProbability: -0.3 };
}
