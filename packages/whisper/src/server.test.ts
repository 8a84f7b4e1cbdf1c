import { readEnv } from '@agent/process/env';
import { createLog } from '@agent/process/log';
import OpenAI from 'openai';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EngineRequest, EngineResult } from './engine/engine.ts';
import { EngineError } from './engine/engine-error.ts';
import { createScriptedEngine } from './engine/scripted-engine.ts';
import { whisperEnvSchema } from './env-schema.ts';
import { startWhisperServer } from './server.ts';
import { startFailureMessage } from './start-failure.ts';
import { TONE } from './test-support/test-app.ts';
import { wavFile } from './test-support/wav-file.ts';

type Answer = (request: EngineRequest) => Partial<EngineResult> | Promise<Partial<EngineResult>>;

describe('the openai SDK against this server', () => {
  it('gets a transcription by the hosted model name', async () => {
    const { transcribe } = await sdk();
    expect(await transcribe({})).toEqual({ text: 'Thank you.' });
  });

  it('gets the probabilities in verbose_json', async () => {
    const { transcribe } = await sdk();
    expect(await transcribe({ response_format: 'verbose_json' })).toMatchObject({
      duration: 1,
      segments: [{ avg_logprob: -0.25, no_speech_prob: 0.01 }],
      x_stop_reason: 'end-of-text',
    });
  });

  it.each([
    ['BadRequestError', OpenAI.BadRequestError, { file: Buffer.from('no audio') }],
    ['NotFoundError', OpenAI.NotFoundError, { model: 'large' }],
  ])('maps our refusal to %s with message, param and code', async (_name, errorClass, fields) => {
    const { transcribe } = await sdk();
    const error = await transcribe(fields).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({
      param: expect.any(String),
      code: expect.any(String),
      type: 'invalid_request_error',
    });
  });

  it('maps a wrong key to AuthenticationError', async () => {
    const { transcribe } = await sdk(undefined, { WHISPER_API_KEY: 'right' });
    await expect(transcribe({})).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  });

  it('sends a replaced interim not again, though its retries are on', async () => {
    let calls = 0;
    let release = () => {};
    const { transcribe, interim } = await sdk(() => {
      calls += 1;
      return new Promise((resolve) => {
        release = () => resolve({});
      });
    });
    const headers = { 'x-priority': 'interim', 'x-track': 't' };
    const first = transcribe({ model: 'tiny.en' }, headers);
    await expect.poll(() => calls).toBe(1);
    const waiting = [1, 2].map(() => transcribe({ model: 'tiny.en' }, headers));
    await expect(Promise.race(waiting)).rejects.toBeInstanceOf(OpenAI.ConflictError);
    release();
    await first;
    await expect.poll(() => calls).toBe(2);
    release();
    await Promise.allSettled(waiting);
    expect(interim.requests).toHaveLength(2);
  });

  it('maps a failing engine to InternalServerError', async () => {
    const { transcribe } = await sdk(() => {
      throw new EngineError('failed', 'broken model');
    });
    await expect(transcribe({})).rejects.toBeInstanceOf(OpenAI.InternalServerError);
  });
});

describe('startWhisperServer', () => {
  it('drops a job whose client hung up while it waited', async () => {
    let release = () => {};
    const { transcribe, final, url } = await sdk(
      () =>
        new Promise((resolve) => {
          release = () => resolve({});
        }),
    );
    const running = transcribe({});
    await expect.poll(() => final.requests.length).toBe(1);
    const client = new AbortController();
    const waiting = transcribe({}, {}, client.signal);
    await expect.poll(() => metric(url, 'whisper_queue_depth{priority="final"}')).toBe(1);
    client.abort();
    await expect(waiting).rejects.toThrow();
    await expect.poll(() => metric(url, 'whisper_queue_depth{priority="final"}')).toBe(0);
    release();
    await running;
    expect(final.requests).toHaveLength(1);
    expect(await metric(url, 'whisper_dropped_total{priority="final",reason="cancelled"}')).toBe(1);
  });

  it('finishes accepted work when it stops, and closes twice', async () => {
    let release = () => {};
    const { transcribe, final, server } = await sdk(
      () =>
        new Promise((resolve) => {
          release = () => resolve({});
        }),
    );
    const accepted = transcribe({});
    await expect.poll(() => final.requests.length).toBe(1);
    const closing = Promise.all([server.close(), server.close()]);
    release();
    expect(await accepted).toEqual({ text: 'Thank you.' });
    await closing;
    await expect(transcribe({})).rejects.toThrow();
  });

  it('names the taken port in one line', async () => {
    const { url } = await sdk();
    const error = await sdk(undefined, { WHISPER_PORT: new URL(url).port }).catch(
      (reason: unknown) => reason,
    );
    expect(startFailureMessage(error)).toMatch(/^port \d+ is taken; .*WHISPER_PORT/);
  });
});

function read(variables: Record<string, string>) {
  return readEnv(whisperEnvSchema, { who: 'The speech-to-text server', variables });
}

describe('the environment of the server', () => {
  it('has a default for everything and takes empty for absent', () => {
    expect(read({ WHISPER_PORT: '', WHISPER_API_KEY: '' })).toEqual({
      WHISPER_PORT: 8090,
      WHISPER_HOST: '127.0.0.1',
      WHISPER_LANGUAGE: 'en',
      WHISPER_MAX_AUDIO_SECONDS: 30,
      LOG_LEVEL: 'info',
    });
  });

  it('names each wrong variable', () => {
    const wrong = { WHISPER_PORT: 'high', WHISPER_LANGUAGE: 'xx', WHISPER_LANGUAGES: 'en,qq' };
    expect(() => read(wrong)).toThrow(/WHISPER_PORT.*WHISPER_LANGUAGE.*WHISPER_LANGUAGES/);
  });
});

async function sdk(answer?: Answer, env: Record<string, string> = {}) {
  const interim = createScriptedEngine(answer);
  const final = createScriptedEngine(answer);
  const server = await startWhisperServer({
    env: read({ WHISPER_PORT: '0', ...env }),
    log: createLog({ part: 'whisper', level: 'silent' }),
    engines: { interim, final },
  });
  onTestFinished(() => server.close());
  await server.ready;
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'wrong', maxRetries: 1 });
  const transcribe = async (
    fields: { file?: Buffer; model?: string; response_format?: 'verbose_json' },
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ) => {
    const { file = wavFile(TONE), ...others } = fields;
    const upload = await OpenAI.toFile(file, 'speech.wav');
    const request = { model: 'whisper-1', ...others, file: upload };
    return client.audio.transcriptions.create(request, { headers, ...(signal && { signal }) });
  };
  return { server, url: server.url, interim, final, transcribe };
}

async function metric(url: string, series: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1));
}
