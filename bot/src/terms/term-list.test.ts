import { describe, expect, it } from 'vitest';
import { compileTerms } from './term-list.ts';

const written = (...texts: string[]) => compileTerms(texts).map(({ text }) => text);

describe('compileTerms', () => {
  it('keeps each term once, as it is written', () => {
    expect(written('EasyPour', ' EasyPour ', "O'Malley")).toEqual(['EasyPour', "O'Malley"]);
  });

  it('leaves out what is too short, and what may be a number', () => {
    expect(written('Oxo', '…', 'Velora 300', 'Seven Seas', 'Kestrelon')).toEqual(['Kestrelon']);
  });

  it('knows letters of every script', () => {
    expect(compileTerms(['Müller-Lüdenscheidt', 'Достоевский'])).toMatchObject([
      { letters: 'mullerludenscheidt' },
      { letters: 'достоевскии' },
    ]);
  });
});
