import { BufferSource, Input, WEBM } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { SILENCE_PACKET } from '../opus/opus-stream.ts';
import type { PartContent } from '../parts/read-parts.ts';
import { packetsOfWebm } from '../test-support/decode-webm.ts';
import { assembleRecording } from './assemble-recording.ts';

/** A part whose packets tell who wrote them. */
function part(fromMs: number, count: number, writer: number): PartContent {
  return {
    fromMs,
    packets: Array.from({ length: count }, () => Uint8Array.of(0x4c, writer)),
    peaks: new Uint8Array(2 * count).fill(writer),
  };
}

/** Who wrote each slot; 0 is silence. */
async function writers(webm: Uint8Array | undefined): Promise<string> {
  const packets = await packetsOfWebm(webm ?? new Uint8Array());
  return packets
    .map((packet) => (packet.length === SILENCE_PACKET.length ? 0 : packet[1]))
    .join('');
}

describe('a recording', () => {
  it('is its parts on the call’s clock, with silence between', async () => {
    const recording = await assembleRecording([part(200, 3, 2), part(40, 2, 1)]);
    expect(await writers(recording?.webm)).toBe('0011000000222');
    expect(recording?.missing).toEqual([
      { fromMs: 0, toMs: 40 },
      { fromMs: 80, toMs: 200 },
    ]);
    expect(recording?.durationMs).toBe(260);
  });

  it('goes by whoever began later where two bots wrote at once', async () => {
    const recording = await assembleRecording([part(0, 10, 1), part(60, 3, 2)]);
    expect(await writers(recording?.webm)).toBe('1112221111');
  });

  it('is silent where it must be, and a slot more on each side', async () => {
    const masks = [{ fromMs: 100, toMs: 130 }];
    const recording = await assembleRecording([part(0, 10, 1)], { masks });
    expect(await writers(recording?.webm)).toBe('1111000011');
    const loud = Array.from({ length: 5 }, (_, at) => recording?.waveform[24 + at * 4 + 1]);
    expect(loud).toEqual([1, 1, 0, 0, 1]);
  });

  it('has no waveform where its peaks were cut off, or another writer was quieter', async () => {
    const [cut, under] = [part(80, 4, 9), part(0, 8, 50)];
    const recording = await assembleRecording([{ ...cut, peaks: cut.peaks.subarray(0, 4) }, under]);
    const points = Array.from({ length: 4 }, (_, at) => recording?.waveform[24 + at * 4 + 1]);
    expect(points).toEqual([50, 50, 9, 0]);
  });

  it('is not there without sound', async () => {
    expect(await assembleRecording([])).toBeUndefined();
  });

  it('has a duration and can be sought', async () => {
    const recording = await assembleRecording([part(0, 50 * 90, 1)]);
    const webm = recording?.webm ?? new Uint8Array();
    const input = new Input({ formats: [WEBM], source: new BufferSource(webm) });
    const track = await input.getPrimaryAudioTrack();
    expect(await track?.getDurationFromMetadata()).toBeCloseTo(90, 2);
    expect([track?.codec, track?.numberOfChannels]).toEqual(['opus', 2]);
    // The element that says where each second is.
    expect(Buffer.from(webm).includes(Buffer.from('1c53bb6b', 'hex'))).toBe(true);
  });

  it('has a waveform as audiowaveform writes it', async () => {
    const recording = await assembleRecording([part(0, 3, 100), part(100, 1, 20)]);
    const head = new DataView((recording?.waveform ?? new Uint8Array()).slice().buffer);
    expect(head.getInt32(0, true)).toBe(2);
    expect(head.getUint32(4, true)).toBe(1);
    expect(head.getInt32(8, true)).toBe(16_000);
    expect(head.getInt32(12, true)).toBe(640);
    expect(head.getUint32(16, true)).toBe(3);
    expect(head.getInt32(20, true)).toBe(2);
    const points = Array.from({ length: 12 }, (_, at) => head.getInt8(24 + at));
    expect(points).toEqual([-100, 100, -100, 100, -100, 100, -100, 100, -20, 20, -20, 20]);
  });

  it('lets others have their turn while it is made', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await assembleRecording([part(0, 50 * 300, 1)]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});
