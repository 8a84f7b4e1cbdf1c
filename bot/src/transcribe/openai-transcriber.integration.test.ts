import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cutAudio } from '@agent/testing/audio';
import { freePort } from '@agent/testing/free-port';
import { loadSpeech } from '@agent/testing/speech';
import { wordErrors } from '@agent/testing/word-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReady, stop, until } from '../test-support/live-call.ts';
import { createOpenAiTranscriber } from './openai-transcriber.ts';
import type { TranscribeRequest, Transcriber } from './transcriber.ts';

const whisperMain = fileURLToPath(
  new URL('../../../packages/whisper/src/main.ts', import.meta.url),
);

/** The same contract as against recorded hosted answers, here against the server of this project. */
describe('the local Whisper server', () => {
  let server: ChildProcess;
  let transcriber: Transcriber;

  beforeAll(async () => {
    const port = await freePort();
    server = spawn(process.execPath, [whisperMain], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, WHISPER_PORT: String(port), LOG_LEVEL: 'silent' },
    });
    await until(() => isReady(port));
    transcriber = createOpenAiTranscriber({
      baseUrl: `http://127.0.0.1:${port}/v1`,
      apiKey: 'local',
      models: { interim: 'tiny.en', final: 'base' },
      language: 'en',
      timeoutMs: { interim: 20_000, final: 20_000 },
    });
  });
  afterAll(() => stop(server, 'SIGTERM'));

  const speechOf = async (turnIndex: number) => {
    const { script, recordings } = await loadSpeech('password-reset');
    const turn = script.turns[turnIndex];
    if (!turn) throw new Error('There is no such turn.');
    const samples = cutAudio(recordings[turn.speaker], turn.startMs - 200, turn.endMs + 200);
    return { samples, text: turn.text };
  };
  const ask = (samples: Int16Array, options: Partial<TranscribeRequest> = {}) =>
    transcriber.transcribe({
      samples,
      purpose: 'final',
      speaker: 'customer',
      track: 'track-1',
      signal: new AbortController().signal,
      ...options,
    });

  it.each(['interim', 'final'] as const)('turns speech into words as %s', async (purpose) => {
    const { samples, text } = await speechOf(2);
    const heard = await ask(samples, { purpose });
    expect(wordErrors(text, heard.text).rate).toBeLessThan(0.3);
    expect(heard.language).toBe('en');
    expect(heard.meanLogProbability).toBeGreaterThan(-1);
    expect(heard.noSpeechProbability).toBeLessThan(0.6);
  });

  it('refuses audio too short to hold a sound as invalid', async () => {
    await expect(ask(new Int16Array(1))).rejects.toMatchObject({ reason: 'invalid-audio' });
  });

  it('takes back a request whose caller gave up and goes on with the next', async () => {
    const { samples } = await speechOf(3);
    const giveUp = new AbortController();
    const asking = ask(samples, { signal: giveUp.signal });
    giveUp.abort();
    await expect(asking).rejects.toMatchObject({ reason: 'aborted' });
    expect((await ask(samples)).text).not.toBe('');
  });

  it('lets only the newest interim of a track through when several wait', async () => {
    const { samples } = await speechOf(3);
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        ask(samples, { purpose: 'interim' }).then(
          () => 'heard',
          (error) => error.reason,
        ),
      ),
    );
    expect(outcomes).toContain('heard');
    expect(outcomes.every((outcome) => outcome === 'heard' || outcome === 'superseded')).toBe(true);
  });
});
