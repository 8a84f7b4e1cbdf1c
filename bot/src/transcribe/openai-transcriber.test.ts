import { silence } from '@agent/testing/audio';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiTranscriber } from './openai-transcriber.ts';
import {
  type HttpAnswer,
  type HttpTranscriber,
  serveAnswer,
} from './test-support/http-transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

let server: HttpTranscriber | undefined;
afterEach(() => server?.close());

interface Setup {
  language?: string;
  model?: string;
  timeoutMs?: number;
  purpose?: 'interim' | 'final';
  signal?: AbortSignal;
  prompt?: string;
  /** What the request itself names. */
  spoken?: string;
}

async function ask(answer: HttpAnswer | undefined, setup: Setup = {}) {
  server = await serveAnswer(answer);
  return askAt(server.baseUrl, setup);
}

function askAt(baseUrl: string, setup: Setup = {}) {
  const { language = 'en', model = 'whisper-1', timeoutMs = 5_000, purpose = 'final' } = setup;
  const transcriber = createOpenAiTranscriber({
    baseUrl,
    apiKey: 'key',
    models: { interim: 'tiny.en', final: model },
    language,
    timeoutMs: { interim: timeoutMs, final: timeoutMs },
  });
  return transcriber.transcribe({
    samples: silence(500),
    purpose,
    speaker: 'customer',
    track: 'track-1',
    prompt: setup.prompt,
    language: setup.spoken,
    signal: setup.signal ?? new AbortController().signal,
  });
}

describe('an answer', () => {
  it('of verbose_json gives text, language and how sure the model is', async () => {
    const heard = await ask({ status: 200, fixture: 'verbose-json.json' });
    expect(heard.text).toBe("Hello, I can't log in to my account.");
    expect(heard.language).toBe('en');
    expect(heard.meanLogProbability).toBeCloseTo(-0.3);
    expect(heard.noSpeechProbability).toBeCloseTo(0.03);
  });

  it('of json gives the text and no figures', async () => {
    const heard = await ask({ status: 200, fixture: 'json.json' }, { model: 'gpt-4o-transcribe' });
    expect(heard).toEqual({
      text: "Hello, I can't log in to my account.",
      language: 'en',
      meanLogProbability: null,
      noSpeechProbability: null,
      words: null,
    });
  });

  it('of our own server gives each word with how sure it is', async () => {
    const heard = await ask({ status: 200, fixture: 'own-verbose-json.json' });
    expect(heard.words).toEqual([
      { word: 'Your', probability: 0.98, pieces: 1 },
      { word: 'Arphelia.', probability: 0.23, pieces: 3 },
    ]);
  });

  it('of pieces gives the words that they make', async () => {
    const heard = await ask(
      { status: 200, fixture: 'logprobs.json' },
      { model: 'gpt-4o-transcribe' },
    );
    expect(heard.words).toEqual([
      { word: 'Your', probability: expect.closeTo(0.98), pieces: 1 },
      { word: 'Arphelia.', probability: expect.closeTo(0.25), pieces: 2 },
    ]);
  });

  it('names the language the model guessed when none was asked for', async () => {
    const heard = await ask({ status: 200, fixture: 'verbose-json.json' }, { language: '' });
    expect(heard.language).toBe('english');
  });
});

describe('a request', () => {
  it('names what is spoken, before what all requests would', async () => {
    const heard = await ask({ status: 200, fixture: 'verbose-json.json' }, { spoken: 'de' });
    expect(heard.language).toBe('de');
    expect(server?.requests[0]?.body).toMatch(/name="language"\r\n\r\nde\r\n/);
  });

  it('carries a WAV file, the model of its purpose and who is speaking', async () => {
    await ask({ status: 200, fixture: 'verbose-json.json' }, { purpose: 'interim' });
    const [request] = server?.requests ?? [];
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer key',
      'x-priority': 'interim',
      'x-track': 'track-1',
      'x-speaker': 'customer',
    });
    expect(request?.body).toContain('RIFF');
    expect(request?.body).toMatch(/name="model"\r\n\r\ntiny\.en\r\n/);
    expect(request?.body).toMatch(/name="language"\r\n\r\nen\r\n/);
    expect(request?.body).toMatch(/name="response_format"\r\n\r\nverbose_json\r\n/);
  });

  it('asks a model that only knows json for that, and for how sure it is', async () => {
    await ask({ status: 200, fixture: 'json.json' }, { model: 'gpt-4o-mini-transcribe' });
    const body = server?.requests[0]?.body;
    expect(body).toMatch(/name="response_format"\r\n\r\njson\r\n/);
    expect(body).toMatch(/name="include\[\]"\r\n\r\nlogprobs\r\n/);
  });

  it('carries a prompt where there is one, and no field for it where there is none', async () => {
    await ask({ status: 200, fixture: 'verbose-json.json' }, { prompt: 'Is it Orphelia?' });
    expect(server?.requests[0]?.body).toMatch(/name="prompt"\r\n\r\nIs it Orphelia\?\r\n/);
    await server?.close();
    await ask({ status: 200, fixture: 'verbose-json.json' });
    expect(server?.requests[0]?.body).not.toMatch(/name="(?:prompt|include)/);
  });

  it('is sent once, because the final queue alone retries', async () => {
    await expect(ask({ status: 500, fixture: '500.json' })).rejects.toThrow();
    expect(server?.requests).toHaveLength(1);
  });
});

describe('a failure', () => {
  const seconds = { 'retry-after': '2' };
  const milliseconds = { 'retry-after': '1', 'retry-after-ms': '350' };
  it.each([
    [
      { status: 401, fixture: '401.json' },
      { reason: 'unauthorised', retryable: false },
    ],
    [
      { status: 400, fixture: '400.json' },
      { reason: 'invalid-audio', retryable: false },
    ],
    [
      { status: 413, fixture: '413.json' },
      { reason: 'invalid-audio', retryable: false },
    ],
    [
      { status: 429, fixture: '429-rate-limit.json', headers: seconds },
      { reason: 'rate-limited', retryable: true, retryAfterMs: 2_000 },
    ],
    [
      { status: 429, fixture: '429-insufficient-quota.json' },
      { reason: 'quota-exhausted', retryable: false },
    ],
    [
      { status: 429, fixture: '429-overloaded.json', headers: milliseconds },
      { reason: 'overloaded', retryable: true, retryAfterMs: 350 },
    ],
    [
      { status: 409, fixture: '409-superseded.json' },
      { reason: 'superseded', retryable: false },
    ],
    [
      { status: 500, fixture: '500.json' },
      { reason: 'unavailable', retryable: true },
    ],
    [
      { status: 503, fixture: '503.json' },
      { reason: 'unavailable', retryable: true },
    ],
    [
      { status: 502, fixture: '502.html.txt' },
      { reason: 'unavailable', retryable: true },
    ],
    [
      { status: 200, fixture: '502.html.txt' },
      { reason: 'malformed-answer', retryable: true },
    ],
    [
      { status: 200, fixture: 'truncated.json.txt' },
      { reason: 'malformed-answer', retryable: true },
    ],
    [
      { status: 200, fixture: 'no-text.json' },
      { reason: 'malformed-answer', retryable: true },
    ],
  ])('%j means %j', async (answer, expected) => {
    const error = await ask(answer).catch((reason) => reason);
    expect(error).toBeInstanceOf(TranscriberError);
    expect(error).toMatchObject(expected);
  });

  it.each([
    ['never answers', undefined],
    ['stops in mid-answer', { status: 200, fixture: 'verbose-json.json', stalls: true }],
  ])('is a time-out when the server %s', async (_what, answer) => {
    await expect(ask(answer, { timeoutMs: 100 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('is an abort when the caller gives up', async () => {
    const giveUp = new AbortController();
    const asking = ask(undefined, { signal: giveUp.signal });
    giveUp.abort();
    await expect(asking).rejects.toMatchObject({ reason: 'aborted', retryable: false });
  });

  it('is an absence when nobody listens', async () => {
    const gone = await serveAnswer(undefined);
    await gone.close();
    await expect(askAt(gone.baseUrl)).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('never holds what was said or the key', async () => {
    const error = await ask({ status: 401, fixture: '401.json' }).catch((reason) => reason);
    expect(`${error.message} ${error.cause?.message}`).not.toMatch(/sk-wrong|key provided/);
  });
});
