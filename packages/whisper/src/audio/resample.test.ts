import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavFile } from '../test-support/wav-file.ts';
import { readSpeech } from './read-speech.ts';
import { resample } from './resample.ts';

describe('resample', () => {
  it.each([8000, 11_025, 22_050, 44_100, 48_000])('keeps a 1 kHz tone from %i Hz', (rate) => {
    const out = resample(tone(1000, rate, 0.5), rate, 16_000);
    expect(out.length).toBeCloseTo(8000, -1);
    const expected = tone(1000, 16_000, 0.5);
    const middle = out.subarray(500, 7500);
    const worst = Math.max(...middle.map((value, i) => Math.abs(value - (expected[i + 500] ?? 0))));
    expect(worst).toBeLessThan(0.02);
  });

  it('removes what the lower rate cannot carry instead of folding it into speech', () => {
    const out = resample(tone(12_000, 48_000, 0.5), 48_000, 16_000).subarray(500, 7500);
    expect(Math.max(...out)).toBeLessThan(0.02);
  });

  it('gives the same samples back at the same rate', () => {
    const samples = tone(440, 16_000, 0.1);
    expect(resample(samples, 16_000, 16_000)).toBe(samples);
  });

  it('keeps a constant constant and the length in proportion for any rate', () => {
    const rate = fc.integer({ min: 4000, max: 192_000 });
    fc.assert(
      fc.property(rate, (fromRate) => {
        const out = resample(new Float32Array(2000).fill(0.5), fromRate, 16_000);
        expect(out.length).toBe(Math.floor((2000 * 16_000) / fromRate));
        const centre = out[Math.floor(out.length / 2)] ?? 0;
        return Math.abs(centre - 0.5) < 0.001;
      }),
      { numRuns: 30 },
    );
  });
});

describe('readSpeech', () => {
  it('brings any WAV to 16 kHz', () => {
    expect(readSpeech(wavFile(tone(300, 8000, 1), { sampleRate: 8000 }), 30)).toHaveLength(16_000);
  });

  it.each([
    ['too-short', 0.05],
    ['too-long', 3.1],
  ])('refuses audio that is %s', (reason, seconds) => {
    const file = wavFile(tone(300, 16_000, seconds));
    expect(() => readSpeech(file, 3)).toThrowError(expect.objectContaining({ reason }));
  });
});

function tone(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / rate),
  );
}
