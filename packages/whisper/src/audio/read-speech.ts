import { AudioError } from './audio-error.ts';
import { parseWav } from './parse-wav.ts';
import { resample } from './resample.ts';

/** What Whisper listens to, in samples a second. */
export const SPEECH_RATE = 16_000;
/** Shorter audio holds no word; the hosted API refuses it as well. */
const MIN_SECONDS = 0.1;

/** WAV bytes → 16 kHz mono, or an AudioError that says what is wrong with them. */
export function readSpeech(bytes: Uint8Array, maxSeconds: number): Float32Array {
  const audio = parseWav(bytes);
  const seconds = audio.samples.length / audio.sampleRate;
  if (seconds < MIN_SECONDS) {
    throw new AudioError(
      'too-short',
      `The audio is ${seconds.toFixed(3)} s long; the minimum is ${MIN_SECONDS} s.`,
    );
  }
  if (seconds > maxSeconds) {
    throw new AudioError(
      'too-long',
      `The audio is ${seconds.toFixed(1)} s long; the maximum is ${maxSeconds} s. Send one utterance a request.`,
    );
  }
  return resample(audio.samples, audio.sampleRate, SPEECH_RATE);
}
