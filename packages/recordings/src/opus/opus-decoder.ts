import { RecordingError } from '../recording-error.ts';
import { openOpusHandle } from './opus-handle.ts';

/** Makes sound of the packets of one stream, in their order. */
export interface SoundDecoder {
  /** Gives the stereo samples of one packet, left first. */
  decode(packet: Uint8Array): Int16Array;
  /** Gives its memory back. Closing twice is harmless. */
  close(): void;
}

/** Creates a decoder for stereo at 16 kHz. */
export function createOpusDecoder(): SoundDecoder {
  const opus = openOpusHandle();

  return {
    decode(packet) {
      opus.packet.set(packet);
      const { pcmAddress, packetAddress } = opus;
      const length = opus.handler._decode(packetAddress, packet.length, pcmAddress);
      if (length < 0) throw RecordingError.codecFailed('decode', length);
      const samples = new Int16Array(length * 2);
      for (let index = 0; index < samples.length; index++) {
        const low = opus.pcm[2 * index] as number;
        const high = opus.pcm[2 * index + 1] as number;
        samples[index] = (low & 0xff) | (high << 8);
      }
      return samples;
    },
    close: opus.close,
  };
}
