import { expect, it } from 'vitest';
import { noise } from './noise.ts';

const levelDb = (samples: Int16Array) => {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  return 10 * Math.log10(power / 32_768 ** 2);
};

it('makes silence of zeros', () => {
  expect(noise('silence', 500).every((sample) => sample === 0)).toBe(true);
});

it('makes noise and music as loud as speech without clipping', () => {
  for (const kind of ['pink noise', 'music'] as const) {
    const samples = noise(kind, 3000);
    expect(samples).toHaveLength(48_000);
    expect(levelDb(samples)).toBeGreaterThan(-32);
    expect(levelDb(samples)).toBeLessThan(-15);
    expect(Math.max(...samples.map(Math.abs))).toBeLessThan(32_767);
  }
});
