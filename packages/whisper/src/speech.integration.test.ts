import { createLog } from '@agent/process/log';
import { sumWordErrors, type WordErrors, wordErrors } from '@agent/testing/word-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whisperEnvSchema } from './env-schema.ts';
import type { VerboseTranscription } from './http/transcription-response.ts';
import { startWhisperServer, type WhisperServer } from './server.ts';
import { type SpeechTurn, speechTurns } from './test-support/speech-turns.ts';
import { wavFile } from './test-support/wav-file.ts';

describe('the real engine', () => {
  let server: WhisperServer;
  let turns: SpeechTurn[];

  beforeAll(async () => {
    turns = await speechTurns();
    const env = whisperEnvSchema.parse({ WHISPER_PORT: '0' });
    server = await startWhisperServer({
      env,
      log: createLog({ part: 'whisper', level: 'silent' }),
    });
    await server.ready;
  });
  afterAll(() => server.close());

  it('writes every scripted call with at most 3 % word errors, whatever the processor', {
    timeout: 120_000,
  }, async () => {
    const errors = new Map<string, WordErrors[]>();
    for (const { call, text, samples } of turns) {
      const heard = await transcribe(server, samples);
      expect(heard.x_stop_reason).toBe('end-of-text');
      errors.set(call, [...(errors.get(call) ?? []), wordErrors(text, heard.text)]);
    }
    expect(errors.size).toBe(3);
    for (const [call, parts] of errors) {
      expect(sumWordErrors(parts).rate, call).toBeLessThanOrEqual(0.03);
    }
  });

  it('writes a growing utterance as interims, each with the last as its draft', async () => {
    const turn = turns[1];
    if (turn === undefined) throw new Error('The fixtures have no second turn.');
    const headers = { 'x-priority': 'interim', 'x-track': 'growing' };
    for (let samples = 24_000; samples < turn.samples.length; samples += 16_000) {
      await transcribe(server, turn.samples.subarray(0, samples), 'tiny.en', headers);
    }
    const whole = await transcribe(server, turn.samples, 'tiny.en', headers);
    expect(wordErrors(turn.text, whole.text).rate).toBeLessThanOrEqual(0.1);
  });

  it('tells that silence is no speech, whatever text it comes with', async () => {
    const { segments } = await transcribe(server, new Float32Array(32_000));
    expect(segments[0].no_speech_prob).toBeGreaterThan(0.6);
    expect(segments[0].avg_logprob).toBeLessThan(-0.5);
  });

  it('echoes no prompt where nothing is said', async () => {
    const prompt =
      'Hello, you have reached us about Kestrelon and Aquavira. Is it Kestrelon or Aquavira?';
    const hum = Float32Array.from({ length: 32_000 }, (_, at) => 0.12 * Math.sin(at / 25));
    for (const samples of [new Float32Array(32_000), hum]) {
      const { text, segments } = await transcribe(server, samples, 'base', {}, prompt);
      expect(text).not.toMatch(/Kestrelon|Aquavira/i);
      expect(segments[0].no_speech_prob).toBeGreaterThan(0.6);
      expect(segments[0].avg_logprob).toBeLessThan(-1);
    }
  });

  it('tells how sure it was of each word', async () => {
    const { text, x_words } = await transcribe(server, turns[0]?.samples ?? new Float32Array());
    expect(x_words.map(({ word }) => word).join(' ')).toBe(text);
    const mean = x_words.reduce((sum, word) => sum + word.probability, 0) / x_words.length;
    expect(mean).toBeGreaterThan(0.7);
  });

  it('tells that speech is speech', async () => {
    const { segments } = await transcribe(server, turns[0]?.samples ?? new Float32Array());
    expect(segments[0].no_speech_prob).toBeLessThan(0.3);
    expect(segments[0].avg_logprob).toBeGreaterThan(-0.5);
  });

  it('hears the same from stereo at 48 kHz', async () => {
    const turn = turns[0];
    const tripled = Float32Array.from(
      { length: (turn?.samples.length ?? 0) * 3 },
      (_, i) => turn?.samples[Math.floor(i / 3)] ?? 0,
    );
    const wav = wavFile(tripled, { sampleRate: 48_000, channels: 2, bits: 24 });
    const heard = await send(server, wav, 'base', {});
    expect(wordErrors(turn?.text ?? '', heard.text).rate).toBeLessThanOrEqual(0.15);
  });
});

function transcribe(
  server: WhisperServer,
  samples: Float32Array,
  model = 'base',
  headers: Record<string, string> = {},
  prompt?: string,
): Promise<VerboseTranscription> {
  return send(server, wavFile(samples), model, headers, prompt);
}

async function send(
  server: WhisperServer,
  wav: Buffer,
  model: string,
  headers: Record<string, string>,
  prompt?: string,
): Promise<VerboseTranscription> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wav)]), 'speech.wav');
  form.set('model', model);
  form.set('response_format', 'verbose_json');
  if (prompt) form.set('prompt', prompt);
  const url = `${server.url}/v1/audio/transcriptions`;
  const response = await fetch(url, { method: 'POST', body: form, headers });
  expect(response.status).toBe(200);
  return response.json();
}
