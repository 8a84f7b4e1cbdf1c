import { BufferSource, EncodedPacketSink, Input, WEBM } from 'mediabunny';
import { createOpusDecoder } from '../opus/opus-decoder.ts';
import { OPUS_RATE, PRE_SKIP } from '../opus/opus-stream.ts';
import { SAMPLE_RATE } from '../sound.ts';

/** What somebody who plays a recording hears. */
export interface DecodedSound {
  customer: Int16Array;
  agent: Int16Array;
}

/** Samples at our rate that a player leaves out at the beginning. */
const SKIPPED = (PRE_SKIP * SAMPLE_RATE) / OPUS_RATE;

/** Decodes a WebM file, each sample at its place on the call's clock. */
export async function decodeWebm(webm: Uint8Array): Promise<DecodedSound> {
  return decodePackets(await packetsOfWebm(webm));
}

/** Reads the packets of a WebM file, which must follow one another without a hole. */
export async function packetsOfWebm(webm: Uint8Array): Promise<Uint8Array[]> {
  const input = new Input({ formats: [WEBM], source: new BufferSource(webm) });
  const track = await input.getPrimaryAudioTrack();
  if (!track) throw new Error('There is no sound in this file.');
  const packets: Uint8Array[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const expected = packets.length * 0.02;
    if (Math.abs(packet.timestamp - expected) > 0.0006) {
      throw new Error(`A packet stands at ${packet.timestamp} instead of ${expected} s.`);
    }
    packets.push(packet.data);
  }
  return packets;
}

/** Decodes packets of 20 ms from the beginning of the call's clock. */
export function decodePackets(packets: readonly Uint8Array[]): DecodedSound {
  const decoder = createOpusDecoder();
  try {
    const pieces = packets.map((packet) => decoder.decode(packet));
    return { customer: laneOf(pieces, 0), agent: laneOf(pieces, 1) };
  } finally {
    decoder.close();
  }
}

function laneOf(pieces: readonly Int16Array[], channel: number): Int16Array {
  const length = pieces.reduce((total, piece) => total + piece.length / 2, 0);
  const lane = new Int16Array(length);
  let at = 0;
  for (const piece of pieces) {
    for (let index = channel; index < piece.length; index += 2) lane[at++] = piece[index] as number;
  }
  return lane.subarray(SKIPPED);
}
