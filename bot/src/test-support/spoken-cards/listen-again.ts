import type { Speaker } from '@agent/protocol';
import type { DecodedSound } from '@agent/recordings/test-support/decode-webm';
import { aSegmentId } from '@agent/testing/ids';
import { SAMPLES_PER_MS } from '../../audio/audio-frame.ts';
import { numberGroups } from '../../spoken-numbers/number-group.ts';
import { spokenTokens } from '../../spoken-numbers/spoken-token.ts';
import type { Transcriber } from '../../transcribe/transcriber.ts';
import { utterances } from '../../vad/utterances.ts';
import type { OpenVad } from '../../vad/vad.ts';
import type { Stretch } from './speak.ts';

/** Words, and when they were said. */
export interface HeardText extends Stretch {
  text: string;
}

/** What somebody who listens to a recording understands of each side. */
export async function listenAgain(
  sound: DecodedSound,
  openVad: OpenVad,
  transcriber: Transcriber,
): Promise<HeardText[]> {
  const texts: HeardText[] = [];
  for (const speaker of ['customer', 'agent'] as const) {
    const spoken = utterances(framesOf(sound[speaker]), {
      vad: openVad(),
      newId: () => aSegmentId(),
    });
    for await (const { kind, utterance } of spoken) {
      if (kind !== 'ended') continue;
      const text = await wordsOf(utterance.samples(), speaker, transcriber);
      texts.push({ text, fromMs: utterance.startMs, toMs: utterance.endMs });
    }
  }
  return texts;
}

async function wordsOf(samples: Int16Array, speaker: Speaker, transcriber: Transcriber) {
  const signal = new AbortController().signal;
  const track = `again:${speaker}`;
  const request = { purpose: 'final', samples, signal, speaker, track } as const;
  return (await transcriber.transcribe(request)).text;
}

async function* framesOf(lane: Int16Array) {
  const size = 32 * SAMPLES_PER_MS;
  for (let at = 0; at + size <= lane.length; at += size) {
    yield { samples: lane.subarray(at, at + size), arrivedAtMs: (at + size) / SAMPLES_PER_MS };
  }
}

/** Texts of what was said while digits were said: elsewhere a misheard word is no digit of a card. */
export function textsOf(texts: readonly HeardText[], digits: readonly Stretch[]): string[] {
  return texts
    .filter(({ fromMs, toMs }) => digits.some((one) => one.fromMs < toMs && one.toMs > fromMs))
    .map(({ text }) => text);
}

/** How many digits a text names. */
export function digitsIn(text: string): number {
  return numberGroups(spokenTokens(text)).reduce((sum, { digits }) => sum + digits.length, 0);
}

/** How much of these stretches is to be heard in either lane, in milliseconds. */
export function audibleMs(sound: DecodedSound, stretches: readonly Stretch[]): number {
  let audible = 0;
  for (const { fromMs, toMs } of stretches) {
    for (let atMs = Math.ceil(fromMs); atMs + 10 <= toMs; atMs += 10) {
      const isHeard = [sound.customer, sound.agent].some((lane) =>
        lane
          .subarray(atMs * SAMPLES_PER_MS, (atMs + 10) * SAMPLES_PER_MS)
          .some((sample) => Math.abs(sample) > AUDIBLE),
      );
      if (isHeard) audible += 10;
    }
  }
  return audible;
}

/** −50 dB of full scale: below it nothing can be understood. */
const AUDIBLE = 100;
