import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunk, wavFile } from '../test-support/wav-file.ts';
import { AudioError } from './audio-error.ts';
import { parseWav } from './parse-wav.ts';

const TONE = Array.from({ length: 200 }, (_, i) => 0.8 * Math.sin(i / 5));

describe('parseWav', () => {
  it.each([8, 16, 24, 32, 'float'] as const)(
    'reads %s-bit samples as they were written',
    (bits) => {
      const { samples, sampleRate } = parseWav(wavFile(TONE, { bits, sampleRate: 44_100 }));
      expect(sampleRate).toBe(44_100);
      expect(samples).toHaveLength(TONE.length);
      const worst = Math.max(...TONE.map((value, i) => Math.abs(value - (samples[i] ?? 0))));
      expect(worst).toBeLessThan(bits === 8 ? 0.02 : 0.0002);
    },
  );

  it('mixes stereo down', () => {
    const { samples } = parseWav(wavFile(TONE, { channels: 2 }));
    expect(samples).toHaveLength(TONE.length);
    expect(samples[10]).toBeCloseTo(TONE[10] ?? 0, 3);
  });

  it('reads the extensible header that Windows writes', () => {
    expect(parseWav(wavFile(TONE, { extensible: true })).samples).toHaveLength(TONE.length);
  });

  it('skips chunks it does not know, odd lengths included', () => {
    const plain = wavFile(TONE);
    const extra = Buffer.concat([...chunk('LIST', Buffer.from('abc')), Buffer.alloc(1)]);
    const file = Buffer.concat([plain.subarray(0, 12), extra, plain.subarray(12)]);
    expect(parseWav(file).samples).toHaveLength(TONE.length);
  });

  it.each([0, 0xffffffff, 0x7ffff024])(
    'takes all that follows for the streamed size %i',
    (size) => {
      const file = wavFile(TONE);
      file.writeUInt32LE(size, 40);
      expect(parseWav(file).samples).toHaveLength(TONE.length);
    },
  );

  it.each([
    ['other-format', Buffer.from('ID3\x04rest of an MP3')],
    ['other-format', Buffer.from('OggS and more bytes')],
    ['not-wav', Buffer.from('hello, this is text')],
    ['not-wav', Buffer.alloc(0)],
    ['broken-header', wavFile(TONE).subarray(0, 30)],
    ['broken-header', Buffer.from('RIFF\0\0\0\0WAVE')],
    ['truncated', wavFile(TONE).subarray(0, 100)],
    ['unsupported-codec', patched(20, 7)],
    ['unsupported-codec', patched(34, 12)],
    ['unsupported-layout', patched(22, 6)],
    ['unsupported-layout', patched(24, 100)],
    ['not-a-number', wavFile([0, Number.NaN, 0], { bits: 'float' })],
  ])('refuses with the reason %s', (reason, bytes) => {
    expect(() => parseWav(bytes)).toThrowError(expect.objectContaining({ reason }));
  });

  it('answers any bytes with samples or an AudioError', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readsOrRefuses(bytes)));
  });

  it('answers any damage to a header with samples or an AudioError', () => {
    const damage = fc.array(fc.tuple(fc.nat(59), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(120), (changes, length) => {
        const file = wavFile(TONE.slice(0, 40));
        for (const [at, byte] of changes) file[at] = byte;
        return readsOrRefuses(file.subarray(0, length));
      }),
    );
  });
});

function patched(at: number, value: number): Buffer {
  const file = wavFile(TONE);
  file.writeUInt16LE(value, at);
  return file;
}

function readsOrRefuses(bytes: Uint8Array): boolean {
  try {
    return parseWav(bytes).samples.every(Number.isFinite);
  } catch (error) {
    return error instanceof AudioError;
  }
}
