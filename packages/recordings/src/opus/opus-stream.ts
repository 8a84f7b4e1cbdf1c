/** Opus counts at this rate, whatever it was given. */
export const OPUS_RATE = 48_000;

/** Samples at Opus' rate in one packet of a recording. */
export const PACKET_SAMPLES = 960;

/** How much later than given a sound comes out: 104 samples at 16 kHz, counted at Opus' rate. */
export const PRE_SKIP = 312;

/**
 * What the encoder makes of digital silence once it has settled. It stands for whatever is masked,
 * paused or not there; a test holds it against the encoder.
 */
export const SILENCE_PACKET: Uint8Array = Uint8Array.from(
  Buffer.from('4c07fd32cca5edd0b8bb49f382428a1d80', 'hex'),
);

/** The head of an Opus stream of two channels (RFC 7845, 5.1). */
export function opusHead(inputRate: number): Uint8Array {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.writeUInt8(1, 8);
  head.writeUInt8(2, 9);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(inputRate, 12);
  return head;
}
