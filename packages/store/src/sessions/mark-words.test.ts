import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, wordsIn } from './mark-words.ts';

const shown = (line: string, meant: string) =>
  markWords(line, (word) => word === meant)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

describe('a line in which something was found', () => {
  it('is marked where it stands, at either end, too', () => {
    expect(shown('lamp', 'lamp')).toBe('[lamp]');
    expect(shown('The lamp, a lamp', 'lamp')).toBe('The [lamp], a [lamp]');
    expect(shown('No light', 'lamp')).toBe('No light');
  });

  it('has words with what belongs into them', () => {
    expect(wordsIn('It’s 1,299.00 for ada@example.com (A-1042).')).toEqual([
      'It’s',
      '1,299.00',
      'for',
      'ada@example.com',
      'A',
      '1042',
    ]);
  });

  it('shows the part around the first mark of a long one, cut between words', () => {
    const long = `${'before '.repeat(60)}lamp ${'after '.repeat(60)}`.trim();
    const text = shown(long, 'lamp');
    expect(text).toMatch(/^… before .*before \[lamp\] after .* after …$/);
    expect(text.length).toBeLessThan(220);
  });

  it('shows the beginning of a long one without a mark', () => {
    expect(shown('word '.repeat(100).trim(), 'lamp')).toMatch(/^word .* word …$/);
  });

  it('shows what fits of one word that never ends', () => {
    const endless = 'x'.repeat(2_000);
    expect(shown(endless, endless)).toBe(`${'x'.repeat(200)} …`);
  });

  it('says nothing that the line does not, and never half a character', () => {
    const words = fc.array(
      fc.constantFrom(
        'lamp',
        'a',
        '😡',
        'Zoë',
        '文字',
        '-',
        '  ',
        'x'.repeat(90),
        `y${'😡'.repeat(150)}`,
      ),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const line = parts.join(' ');
        const pieces = markWords(line, (word) => word === 'lamp');
        const text = pieces.map((piece) => piece.text).join('');
        const said = text.replace(/^… /, '').replace(/ …$/, '');
        expect(line).toContain(said);
        expect(text.isWellFormed()).toBe(true);
        if (line.length <= 200) expect(said).toBe(line);
        for (const piece of pieces) if (piece.isHit) expect(piece.text).toBe('lamp');
      }),
    );
  });
});
