const RATE_HZ = 16_000;
/** One round: two notes and then nothing, so that repeated it rings every three seconds. */
const ROUND_S = 3;
const NOTE_S = 0.16;
const FADE_S = 0.02;
const notesHz = [660, 880] as const;

/**
 * Our ring as a WAV file. It is played by an element and not by the Web Audio API: browsers let an element
 * choose its speaker, and a repeated sound goes on in a tab that is behind others, where timers sleep.
 */
export function chimeFile(): Blob {
  const samples = new Int16Array(RATE_HZ * ROUND_S);
  for (const [index, hz] of notesHz.entries()) addNote(samples, hz, index * NOTE_S);
  return wavFile(samples);
}

/** The same file without a sound in it: whether it may be played says whether a ring could be heard. */
export function silentFile(): Blob {
  return wavFile(new Int16Array(RATE_HZ / 10));
}

function addNote(samples: Int16Array, hz: number, fromS: number): void {
  const length = NOTE_S * RATE_HZ;
  for (let index = 0; index < length; index++) {
    const atS = index / RATE_HZ;
    const loudness = Math.min(1, atS / FADE_S, (NOTE_S - atS) / FADE_S);
    samples[Math.round(fromS * RATE_HZ) + index] =
      0.7 * 32_767 * loudness * Math.sin(2 * Math.PI * hz * atS);
  }
}

/** 16 bit, one channel, little-endian as all WAV files are. */
function wavFile(samples: Int16Array): Blob {
  const file = new DataView(new ArrayBuffer(44 + samples.byteLength));
  const text = (at: number, letters: string) => {
    for (const [index, letter] of [...letters].entries())
      file.setUint8(at + index, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  file.setUint32(4, 36 + samples.byteLength, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE_HZ, true);
  file.setUint32(28, RATE_HZ * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  text(36, 'data');
  file.setUint32(40, samples.byteLength, true);
  for (const [index, sample] of samples.entries()) file.setInt16(44 + index * 2, sample, true);
  return new Blob([file.buffer], { type: 'audio/wav' });
}
