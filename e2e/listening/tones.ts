import type { Side } from '@agent/protocol';
import { concatAudio, silence } from '@agent/testing/audio';
import { writeRecording } from '@agent/testing/recording';

/** Pitch of each side's tone, in hertz: told apart by everybody who hears both. */
export const pitchOf = { customer: 440, agent: 1_000 } as const satisfies Record<Side, number>;

const RATE = 16_000;
/** Browsers take what never changes for noise and silence it. */
const ON_MS = 300;
const OFF_MS = 300;
const LEVEL = 9_000;
const LENGTH_MS = 6_000;

/** Writes the tone of a side, for a microphone that loops: on and off, as no speech is. */
export async function writeTone(side: Side, path: string): Promise<string> {
  await writeRecording(path, toneSamples(side, LENGTH_MS));
  return path;
}

/** The tone of a side for so long, at 16 kHz. */
export function toneSamples(side: Side, durationMs: number): Int16Array {
  const beep = Int16Array.from({ length: (RATE * ON_MS) / 1000 }, (_, at) =>
    Math.round(LEVEL * Math.sin((2 * Math.PI * pitchOf[side] * at) / RATE)),
  );
  const pulses = Math.ceil(durationMs / (ON_MS + OFF_MS));
  return concatAudio(...Array.from({ length: pulses }, () => [beep, silence(OFF_MS)]).flat());
}

/** How loud each side's tone is in some sound at 16 kHz, 0 to 1 of full scale (Goertzel's algorithm). */
export function toneLevels(samples: Int16Array): Record<Side, number> {
  return { customer: level(samples, pitchOf.customer), agent: level(samples, pitchOf.agent) };
}

function level(samples: Int16Array, hertz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let [last, beforeLast] = [0, 0];
  for (const sample of samples) {
    [last, beforeLast] = [sample / 32_768 + factor * last - beforeLast, last];
  }
  const power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
  return samples.length === 0 ? 0 : (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}
