import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadScript } from './script.ts';
import { readRecording } from './script-recording.ts';

it('reads as many samples as the script lasts, with sound only where its speaker speaks', async () => {
  const script = await loadScript('double-charge');
  const samples = await readRecording(script.wavPaths.customer);
  expect(Math.abs(samples.length / 16 - script.durationMs)).toBeLessThan(20);
  const loudest = (fromMs: number, toMs: number) =>
    samples.subarray(fromMs * 16, toMs * 16).reduce((max, s) => Math.max(max, Math.abs(s)), 0);
  expect(loudest(0, 5000)).toBe(0);
  expect(loudest(5278, 10_604)).toBeGreaterThan(1000);
});

it('says what is wrong with another file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'recording-'));
  const path = join(dir, 'a.wav');
  const { wavPaths } = await loadScript('double-charge');
  const wav = await readFile(wavPaths.agent);
  try {
    await expect(readRecording(path)).rejects.toThrow('cannot be read');
    await writeFile(path, 'not audio');
    await expect(readRecording(path)).rejects.toThrow('not a WAV file');
    wav.writeUInt32LE(44_100, 24);
    await writeFile(path, wav);
    await expect(readRecording(path)).rejects.toThrow('16 kHz');
  } finally {
    await rm(dir, { recursive: true });
  }
});
