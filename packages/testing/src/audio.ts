/** Rate of all generated audio, that of the speech fixtures. */
const SAMPLE_RATE = 16_000;
const FULL_SCALE = 32_767;

/** Digital silence. */
export function silence(durationMs: number): Int16Array {
  return new Int16Array(sampleCount(durationMs));
}

/**
 * Pink noise, like a room or a bad line. The same seed makes the same noise.
 * `amplitude` is of full scale; default 0.05.
 */
export function pinkNoise(durationMs: number, seed: number, amplitude = 0.05): Int16Array {
  const random = seededRandom(seed);
  const rows = new Float64Array(NOISE_ROWS);
  return generate(durationMs, (index) => {
    // Voss and McCartney: row k changes every 2^k samples, so each octave has the same power.
    const row = Math.min(NOISE_ROWS - 1, trailingZeros(index + 1));
    rows[row] = random() * 2 - 1;
    const sum = rows.reduce((total, value) => total + value, 0) + random() * 2 - 1;
    return (amplitude * sum * 2) / (NOISE_ROWS + 1);
  });
}

/** Music of sustained three-note chords, changing every 1.2 s. The same seed makes the same tune. */
export function chordMusic(durationMs: number, seed: number, amplitude = 0.2): Int16Array {
  const random = seededRandom(seed);
  const chordSamples = 1.2 * SAMPLE_RATE;
  let chord: number[] = [];
  return generate(durationMs, (index) => {
    const within = index % chordSamples;
    if (within === 0) chord = CHORD_STEPS.map((step) => hertz(Math.floor(random() * 12) + step));
    const seconds = within / SAMPLE_RATE;
    const envelope = Math.min(1, seconds * 20) * Math.exp(-seconds);
    const sum = chord.reduce((total, pitch) => total + tone(pitch, seconds), 0);
    return (amplitude * envelope * sum) / chord.length;
  });
}

/** Puts pieces of audio one after another. */
export function concatAudio(...pieces: Int16Array[]): Int16Array {
  const whole = new Int16Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Cuts `[fromMs, toMs)` out of some audio. */
export function cutAudio(samples: Int16Array, fromMs: number, toMs: number): Int16Array {
  return samples.slice(sampleCount(fromMs), sampleCount(toMs));
}

/** Random numbers in 0…1 that depend on nothing but the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NOISE_ROWS = 12;
const CHORD_STEPS = [0, 4, 7] as const;

function generate(durationMs: number, valueAt: (index: number) => number): Int16Array {
  const samples = new Int16Array(sampleCount(durationMs));
  for (let index = 0; index < samples.length; index++) {
    samples[index] = Math.round(Math.max(-1, Math.min(1, valueAt(index))) * FULL_SCALE);
  }
  return samples;
}

function tone(pitch: number, seconds: number): number {
  const phase = 2 * Math.PI * pitch * seconds;
  return 0.7 * Math.sin(phase) + 0.2 * Math.sin(2 * phase) + 0.1 * Math.sin(3 * phase);
}

/** Equal temperament, counted in half tones from the A below middle C. */
function hertz(halfTones: number): number {
  return 220 * 2 ** (halfTones / 12);
}

function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}

function sampleCount(durationMs: number): number {
  return Math.round((durationMs * SAMPLE_RATE) / 1000);
}
