/** Sound without speech, as 16-bit samples of 16 kHz; the same for the same arguments. */
export type NoiseKind = 'silence' | 'pink noise' | 'music';

const SAMPLE_RATE = 16_000;
const chordsHz = [
  [261.6, 329.6, 392.0],
  [220.0, 261.6, 329.6],
  [174.6, 220.0, 261.6],
  [196.0, 246.9, 293.7],
];

/** Makes so many milliseconds of one kind of sound. */
export function noise(kind: NoiseKind, lengthMs: number): Int16Array {
  const samples = new Int16Array(Math.round((lengthMs * SAMPLE_RATE) / 1000));
  const next = kind === 'pink noise' ? pinkNoise() : music;
  if (kind === 'silence') return samples;
  for (let index = 0; index < samples.length; index++) {
    samples[index] = Math.round(next(index / SAMPLE_RATE) * 32_767);
  }
  return samples;
}

/** Chords that die away, one each second and a half, at about -20 dBFS. */
function music(seconds: number): number {
  const beat = Math.floor(seconds / 1.5);
  const within = seconds - beat * 1.5;
  const chord = chordsHz[beat % chordsHz.length] ?? [];
  const sound = chord.reduce(
    (sum, hz) =>
      sum + Math.sin(2 * Math.PI * hz * within) + 0.4 * Math.sin(4 * Math.PI * hz * within),
    0,
  );
  return 0.08 * sound * Math.exp(-1.5 * within) * Math.min(1, within * 100);
}

/** White noise through a cascade of first-order low passes (slope about -3 dB per octave), -26 dBFS. */
function pinkNoise(): () => number {
  const poles = [0.99, 0.95, 0.8, 0.4];
  const gains = [0.06, 0.12, 0.25, 0.5];
  const states = poles.map(() => 0);
  let seed = 0x2545_f491;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const white = seed / 0x8000_0000 - 1;
    let sum = 0;
    poles.forEach((pole, index) => {
      states[index] = pole * (states[index] ?? 0) + (gains[index] ?? 0) * white;
      sum += states[index] ?? 0;
    });
    return 0.06 * sum;
  };
}
