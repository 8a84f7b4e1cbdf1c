import { RecordingError } from '../recording-error.ts';
import { SLOT_SAMPLES } from '../sound.ts';
import { openOpusHandle } from './opus-handle.ts';

/** Makes packets of one stream, slot after slot. */
export interface SoundEncoder {
  /** Takes 20 ms of stereo at 16 kHz (640 samples, left first) and gives their packet. */
  encode(samples: Int16Array): Uint8Array;
  /** Gives its memory back. Closing twice is harmless. */
  close(): void;
}

/** How a recording is encoded. */
export interface OpusOptions {
  /** Default 32,000. */
  bitsPerSecond?: number;
  /** 0 to 10, CPU against quality. Default 5. */
  complexity?: number;
}

const defaults = { bitsPerSecond: 32_000, complexity: 5 } as const satisfies OpusOptions;

/** Requests of libopus (`opus_defines.h`). */
const SET_BITRATE = 4002;
const SET_COMPLEXITY = 4010;
const SET_INBAND_FEC = 4012;
const SET_DTX = 4016;

/**
 * Creates an encoder for both lanes of one call. In-band FEC stays off, as it repeats the previous
 * frame, which may be masked; DTX too, as it leaves holes in the grid.
 */
export function createOpusEncoder(options: OpusOptions = {}): SoundEncoder {
  const { bitsPerSecond, complexity } = { ...defaults, ...options };
  const opus = openOpusHandle();
  const set = (request: number, value: number) => {
    const code = opus.handler._encoder_ctl(request, value);
    if (code < 0) throw RecordingError.codecFailed('set', code);
  };
  set(SET_BITRATE, bitsPerSecond);
  set(SET_COMPLEXITY, complexity);
  set(SET_INBAND_FEC, 0);
  set(SET_DTX, 0);

  return {
    encode(samples) {
      for (let index = 0; index < samples.length; index++) {
        const sample = samples[index] as number;
        opus.pcm[2 * index] = sample & 0xff;
        opus.pcm[2 * index + 1] = (sample >> 8) & 0xff;
      }
      const { pcmAddress, packetAddress } = opus;
      const bytes = samples.length * 2;
      const length = opus.handler._encode(pcmAddress, bytes, packetAddress, SLOT_SAMPLES);
      if (length < 0) throw RecordingError.codecFailed('encode', length);
      return opus.packet.slice(0, length);
    },
    close: opus.close,
  };
}
