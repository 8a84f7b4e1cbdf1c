import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { OPUS_RATE, opusHead } from '../opus/opus-stream.ts';
import { SAMPLE_RATE, SLOT_MS } from '../sound.ts';

/** So many packets are written at once; then whatever else the process does has its turn. */
const AT_ONCE = 200;

/** Puts packets into a WebM file that has a duration and can be sought; nothing is decoded. */
export async function writeWebM(packets: readonly Uint8Array[]): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  for (const [index, packet] of packets.entries()) {
    const seconds = (index * SLOT_MS) / 1000;
    await source.add(new EncodedPacket(packet, 'key', seconds, SLOT_MS / 1000), { decoderConfig });
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

const decoderConfig = {
  codec: 'opus',
  numberOfChannels: 2,
  sampleRate: OPUS_RATE,
  description: opusHead(SAMPLE_RATE),
};
