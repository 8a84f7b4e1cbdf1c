import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Side } from '@agent/protocol';
import { concatAudio, silence } from '@agent/testing/audio';
import { loadSpeech } from '@agent/testing/speech';
import { SAMPLE_RATE, SAMPLES_PER_MS } from '../../audio/audio-frame.ts';
import type { CardCall, SpokenPiece } from './card-calls.ts';

/** A stretch of a call, in milliseconds. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** Both sides of a call, and where digits were said. */
export interface SpokenCall {
  name: string;
  audio: Record<Side, Int16Array>;
  digits: Stretch[];
  lines: Stretch[];
}

/** Three voices of espeak-ng whose digits Whisper knows; the agent has the one after the customer's. */
const voices = ['en-us+f2', 'en-gb', 'en-gb-x-rp+f3'];
/** Silence between a piece of words and a piece of digits of the same breath. */
const BETWEEN_MS = 90;
const run = promisify(execFile);

/** Says a call with espeak-ng. Throws where it is not installed. */
export async function speak({ name, voice, speed, lines }: CardCall): Promise<SpokenCall> {
  const call = startCall(name);
  for (const { speaker, pauseMs, pieces } of lines) {
    const voiceName = voices[(voice + (speaker === 'agent' ? 1 : 0)) % voices.length] as string;
    const spoken = await Promise.all(
      pieces.map(async (piece) => ({
        isDigits: 'digits' in piece,
        samples: await synthesize(textOf(piece), voiceName, speaker === 'agent' ? 165 : speed),
      })),
    );
    call.say(speaker, pauseMs, spoken);
  }
  return call.end();
}

/** The digits of an order number that the fixtures' own voice says, made into a card number. */
export async function spliced(): Promise<SpokenCall[]> {
  const { recordings, script } = await loadSpeech('late-delivery');
  const said = script.turns.flatMap(({ heardWords, speaker }) =>
    heardWords.filter(({ word }) => word.startsWith('4521')).map((word) => ({ ...word, speaker })),
  )[0];
  if (!said) throw new Error('The fixture has no order number.');
  const cut = recordings[said.speaker].slice(
    (said.startMs - 60) * SAMPLES_PER_MS,
    (said.endMs + 120) * SAMPLES_PER_MS,
  );
  const group = { isDigits: true, samples: cut };
  const question = 'Could you read me the card number, please?';
  const asking = { isDigits: false, samples: await synthesize(question, 'en-gb', 165) };
  return [20, 400, 1_200, 4_000].map((pauseMs, index) => {
    const call = startCall(`${64 + index} spliced, pauses of ${pauseMs} ms`);
    call.say('agent', 600, [asking]);
    call.say('customer', 900, [group]);
    for (let more = 0; more < 3; more += 1) call.say('customer', pauseMs, [group]);
    return call.end();
  });
}

function startCall(name: string) {
  const pieces: { speaker: Side; atMs: number; samples: Int16Array }[] = [];
  const digits: Stretch[] = [];
  const lines: Stretch[] = [];
  let atMs = 0;
  return {
    say(
      speaker: Side,
      pauseMs: number,
      spoken: readonly { isDigits: boolean; samples: Int16Array }[],
    ) {
      atMs += pauseMs;
      const fromMs = atMs;
      for (const { isDigits, samples } of spoken) {
        pieces.push({ speaker, atMs, samples });
        const toMs = atMs + samples.length / SAMPLES_PER_MS;
        if (isDigits) digits.push({ fromMs: atMs, toMs });
        atMs = Math.round(toMs + BETWEEN_MS);
      }
      lines.push({ fromMs, toMs: atMs });
    },
    end(): SpokenCall {
      const lengthMs = atMs + 8_000;
      const audio = { customer: silence(lengthMs), agent: silence(lengthMs) };
      for (const { speaker, atMs: fromMs, samples } of pieces) {
        audio[speaker].set(samples, Math.round(fromMs * SAMPLES_PER_MS));
      }
      return { name, audio, digits, lines };
    },
  };
}

function textOf(piece: SpokenPiece): string {
  if (!('digits' in piece)) return piece.words;
  // As people read numbers out: in groups, with a breath between.
  return (piece.digits.match(/.{1,4}/g) ?? []).map((group) => [...group].join(' ')).join(', ');
}

async function synthesize(text: string, voice: string, speed: number): Promise<Int16Array> {
  if (!/\w/.test(text)) return silence(250);
  const { stdout } = await run('espeak-ng', ['-v', voice, '-s', `${speed}`, '--stdout', text], {
    encoding: 'buffer',
    maxBuffer: 32 * 1024 * 1024,
  });
  return trimmed(resampled(stdout));
}

/** From the WAV that espeak-ng writes (mono, 16 bit, 22,050 Hz) to our rate. */
function resampled(wav: Buffer): Int16Array {
  const rate = wav.readUInt32LE(24);
  const data = wav.subarray(wav.indexOf('data') + 8);
  const source = new Int16Array(data.length >> 1).map((_, index) => data.readInt16LE(2 * index));
  const length = Math.floor((source.length * SAMPLE_RATE) / rate);
  return Int16Array.from({ length }, (_, index) => {
    const place = (index * rate) / SAMPLE_RATE;
    const from = source[Math.floor(place)] ?? 0;
    const to = source[Math.floor(place) + 1] ?? from;
    return from + (to - from) * (place % 1);
  });
}

/** Without the silence around it. */
function trimmed(samples: Int16Array): Int16Array {
  const first = samples.findIndex((sample) => Math.abs(sample) > 200);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > 200);
  return concatAudio(samples.slice(Math.max(0, first - 160), last + 480));
}
