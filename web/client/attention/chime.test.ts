import { describe, expect, it } from 'vitest';
import { chimeFile, silentFile } from './chime.ts';

const samplesOf = async (file: Blob) => new Int16Array(await file.arrayBuffer(), 44);
const loudest = (samples: Int16Array) =>
  samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

describe('the ring', () => {
  it('is a WAV file of three seconds that browsers can read', async () => {
    const file = chimeFile();
    const header = new DataView(await file.arrayBuffer(), 0, 44);
    expect(file.type).toBe('audio/wav');
    expect(header.getUint32(4, true)).toBe(file.size - 8);
    expect(header.getUint32(40, true)).toBe(file.size - 44);
    expect((await samplesOf(file)).length / header.getUint32(24, true)).toBe(3);
  });

  it('sounds at its beginning alone, without a click at either end', async () => {
    const samples = await samplesOf(chimeFile());
    expect(loudest(samples.subarray(0, 5_200))).toBeGreaterThan(20_000);
    expect(loudest(samples.subarray(0, 3))).toBeLessThan(1_000);
    expect(loudest(samples.subarray(5_200))).toBe(0);
  });

  it('has a twin that nobody hears', async () => {
    expect(loudest(await samplesOf(silentFile()))).toBe(0);
  });
});
