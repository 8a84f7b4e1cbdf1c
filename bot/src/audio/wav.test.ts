import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecording } from '@agent/testing/recording';
import { expect, it } from 'vitest';
import { encodeWav } from './wav.ts';

it('writes a WAV file that another reader takes for 16 kHz mono 16-bit audio', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wav-'));
  try {
    const samples = Int16Array.of(0, 1, -1, 32_767, -32_768);
    await writeFile(join(folder, 'a.wav'), encodeWav(samples));
    expect(await readRecording(join(folder, 'a.wav'))).toEqual(samples);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('encodes a view into a larger buffer without its surroundings', () => {
  const whole = Int16Array.of(7, 7, 1, 2, 7);
  const file = encodeWav(whole.subarray(2, 4));
  expect([...new Int16Array(file.buffer, 44)]).toEqual([1, 2]);
});
