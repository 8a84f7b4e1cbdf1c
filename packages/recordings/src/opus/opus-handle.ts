import createOpusLibrary, {
  type OpusHandler,
  type OpusLibrary,
} from 'opusscript/build/opusscript_native_wasm.js';
import { RecordingError } from '../recording-error.ts';
import { SAMPLE_RATE } from '../sound.ts';

/** libopus for one stream, with memory of its own for samples and packets. */
export interface OpusHandle {
  readonly handler: OpusHandler;
  /** 16-bit words of which each carries one byte of PCM, as the library wants them. */
  readonly pcm: Uint16Array;
  readonly pcmAddress: number;
  readonly packet: Uint8Array;
  readonly packetAddress: number;
  /** Gives the memory back. Closing twice is harmless. */
  close(): void;
}

const CHANNELS = 2;
/** For speech (`OPUS_APPLICATION_VOIP`). */
const APPLICATION = 2048;
/** The longest packet that libopus makes or takes. */
const PACKET_BYTES = 1276 * 3;
/** 60 ms at this rate, the longest that a packet may hold; two bytes a sample, each in a word. */
const PCM_WORDS = 60 * 16 * CHANNELS * 2;
/** The library has 16 MB and ends for good when they are used up; a handle takes 150 kB. */
const MOST_OPEN = 64;

let library: OpusLibrary | undefined;
let open = 0;

/**
 * Opens libopus for one stream.
 *
 * The class that `opusscript` exports is not used: it puts its samples at twice the address of the
 * memory it asked for, so that from the third encoder of a process on one call writes into the state
 * of another (`opus-encoder.test.ts` has many at once).
 */
export function openOpusHandle(): OpusHandle {
  if (open >= MOST_OPEN) throw RecordingError.tooManyCodecs(open);
  library ??= createOpusLibrary();
  const { HEAPU8, HEAPU16, OpusScriptHandler, _malloc, _free } = library;
  const handler = new OpusScriptHandler(SAMPLE_RATE, CHANNELS, APPLICATION);
  const pcmAddress = _malloc(PCM_WORDS * 2);
  const packetAddress = _malloc(PACKET_BYTES);
  let closed = false;
  open += 1;

  return {
    handler,
    pcm: HEAPU16.subarray(pcmAddress / 2, pcmAddress / 2 + PCM_WORDS),
    pcmAddress,
    packet: HEAPU8.subarray(packetAddress, packetAddress + PACKET_BYTES),
    packetAddress,
    close() {
      if (closed) return;
      closed = true;
      open -= 1;
      OpusScriptHandler.destroy_handler(handler);
      _free(pcmAddress);
      _free(packetAddress);
    },
  };
}
