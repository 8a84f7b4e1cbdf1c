import type { SoundEncoder } from './opus-encoder.ts';
import { SILENCE_PACKET } from './opus-stream.ts';

/** Two samples for each of 320: what is encoded where a slot is silent. */
const SILENT_SLOT = new Int16Array(640);

/** Makes the packet of each slot. */
export type SlotEncoder = (sound: Int16Array | 'silence') => Uint8Array;

/**
 * Encodes slots, silent ones for nothing. The first of a run is encoded all the same: the encoder
 * keeps the last 6.5 ms for the next packet, and they belong here, not behind the silence.
 */
export function createSlotEncoder(encoder: SoundEncoder): SlotEncoder {
  let hasTail = false;

  return (sound) => {
    if (sound !== 'silence') {
      hasTail = true;
      return encoder.encode(sound);
    }
    if (!hasTail) return SILENCE_PACKET;
    hasTail = false;
    return encoder.encode(SILENT_SLOT);
  };
}
