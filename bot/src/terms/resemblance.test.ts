import { describe, expect, it } from 'vitest';
import { foldedLetters, resemblance, soundOf } from './resemblance.ts';

const alike = (one: string, other: string) =>
  resemblance(soundOf(foldedLetters(one)), soundOf(foldedLetters(other)));

describe('resemblance', () => {
  it('is whole for the same letters, however they are parted', () => {
    expect(alike('cloud keep.', 'CloudKeep')).toBe(1);
  });

  it('is high for what sounds alike and low for what does not', () => {
    expect(alike('Arphelia', 'Orphelia')).toBeGreaterThan(0.9);
    expect(alike('Zintracks', 'Zyntrax')).toBeGreaterThan(0.7);
    expect(alike('please', 'Pyrenza')).toBeLessThan(0.45);
  });

  it('goes by letters alone in scripts without metaphone codes', () => {
    expect(alike('Достаевски', 'Достоевский')).toBeGreaterThan(0.8);
    expect(alike('', 'Kestrelon')).toBe(0);
  });
});
