import { describe, expect, it } from 'vitest';
import { decodePackets } from '../test-support/decode-webm.ts';
import { createOpusEncoder, type SoundEncoder } from './opus-encoder.ts';
import { SILENCE_PACKET } from './opus-stream.ts';
import { createSlotEncoder } from './slot-encoder.ts';

const slots = 60;

/** 20 ms of a tone on each side; each `voice` has other ones. */
function tones(voice: number, slot: number): Int16Array {
  return Int16Array.from({ length: 640 }, (_, index) => {
    const time = slot * 320 + (index >> 1);
    const pitch = index % 2 === 0 ? 0.05 + voice * 0.01 : 0.02 + voice * 0.007;
    return Math.round(8000 * Math.sin(time * pitch));
  });
}

function loudest(samples: Int16Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

function encodeAll(encoder: SoundEncoder, voice: number): Buffer[] {
  return Array.from({ length: slots }, (_, slot) =>
    Buffer.from(encoder.encode(tones(voice, slot))),
  );
}

describe('the encoder', () => {
  it('keeps the streams of many calls apart', () => {
    const voices = Array.from({ length: 12 }, (_, voice) => voice);
    const alone = voices.map((voice) => {
      const encoder = createOpusEncoder();
      const packets = encodeAll(encoder, voice);
      encoder.close();
      return packets;
    });

    const encoders = voices.map(() => createOpusEncoder());
    const together: Buffer[][] = voices.map(() => []);
    for (let slot = 0; slot < slots; slot++) {
      for (const voice of voices) {
        together[voice]?.push(Buffer.from(encoders[voice]?.encode(tones(voice, slot)) ?? []));
      }
    }
    for (const encoder of encoders) encoder.close();

    for (const voice of voices) {
      expect(Buffer.concat(together[voice] ?? []).equals(Buffer.concat(alone[voice] ?? []))).toBe(
        true,
      );
    }
  });

  it('keeps the two lanes apart', () => {
    const encoder = createOpusEncoder();
    const packets = Array.from({ length: slots }, (_, slot) =>
      encoder.encode(tones(0, slot).map((sample, index) => (index % 2 === 0 ? sample : 0))),
    );
    encoder.close();
    const { customer, agent } = decodePackets(packets);
    expect(loudest(customer)).toBeGreaterThan(7000);
    // In its very first packet the encoder has yet to learn how the lanes differ.
    expect(loudest(agent.subarray(320))).toBeLessThan(8);
  });

  it('keeps the level of a lane', () => {
    const encoder = createOpusEncoder();
    const { customer } = decodePackets(encodeAll(encoder, 1));
    encoder.close();
    const later = customer.subarray(3200);
    const meanSquare = later.reduce((sum, sample) => sum + sample * sample, 0) / later.length;
    expect(Math.sqrt(meanSquare)).toBeGreaterThan(5000);
    expect(Math.sqrt(meanSquare)).toBeLessThan(6300);
  });

  it('refuses more streams than it has memory for, and gives memory back', () => {
    const open: SoundEncoder[] = [];
    expect(() => {
      for (;;) open.push(createOpusEncoder());
    }).toThrow(expect.objectContaining({ name: 'RecordingError', reason: 'too-many-codecs' }));
    expect(open).toHaveLength(64);
    for (const encoder of open) {
      encoder.close();
      encoder.close();
    }
    for (let round = 0; round < 300; round++) createOpusEncoder().close();
  });
});

describe('silence', () => {
  it('is the packet that the encoder makes of nothing', () => {
    const encoder = createOpusEncoder();
    const made = Array.from({ length: 20 }, () =>
      Buffer.from(encoder.encode(new Int16Array(640))).toString('hex'),
    );
    encoder.close();
    expect(made).toContain(Buffer.from(SILENCE_PACKET).toString('hex'));
  });

  it('is not heard, also between speech', () => {
    const encoder = createOpusEncoder();
    const packets = encodeAll(encoder, 2);
    encoder.close();
    for (let slot = 20; slot < 40; slot++) packets[slot] = Buffer.from(SILENCE_PACKET);
    const { customer, agent } = decodePackets(packets);
    // From the second silent slot on the decoder has nothing left of what was before.
    expect(loudest(customer.subarray(21 * 320, 39 * 320))).toBeLessThan(8);
    expect(loudest(agent.subarray(21 * 320, 39 * 320))).toBeLessThan(8);
  });

  it('is encoded once after sound, with what the encoder has kept of it', () => {
    const encoded: Int16Array[] = [];
    const packetOf = createSlotEncoder({
      encode: (samples) => {
        encoded.push(samples);
        return Uint8Array.of(encoded.length);
      },
      close: () => {},
    });
    const packets = [tones(0, 0), 'silence', 'silence', tones(0, 1), 'silence'] as const;
    expect(packets.map((sound) => packetOf(sound)[0])).toEqual([1, 2, SILENCE_PACKET[0], 3, 4]);
    expect(loudest(encoded[1] ?? new Int16Array(1).fill(9))).toBe(0);
  });
});
