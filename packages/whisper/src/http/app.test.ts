import { describe, expect, it } from 'vitest';
import { type EngineResult, SCRIPTED_RESULT } from '../index.ts';
import { type FormFields, post, TONE, testApp } from '../test-support/test-app.ts';
import { wavFile } from '../test-support/wav-file.ts';

describe('POST /v1/audio/transcriptions', () => {
  it('answers json, text and verbose_json', async () => {
    const { app } = await testApp();
    expect(await (await post(app)).json()).toEqual({ text: 'Thank you.' });
    expect(await (await post(app, { response_format: 'text' })).text()).toBe('Thank you.\n');
    expect(await (await post(app, { response_format: 'verbose_json' })).json()).toEqual({
      task: 'transcribe',
      language: 'english',
      duration: 1,
      text: 'Thank you.',
      segments: [
        {
          id: 0,
          seek: 0,
          start: 0,
          end: 1,
          text: 'Thank you.',
          tokens: SCRIPTED_RESULT.tokens,
          temperature: 0,
          avg_logprob: -0.25,
          compression_ratio: expect.closeTo(10 / 18, 1),
          no_speech_prob: 0.01,
        },
      ],
      x_stop_reason: 'end-of-text',
      x_words: SCRIPTED_RESULT.words,
    });
  });

  it('sends finals and interims to their own engines with their own padding', async () => {
    const { app, interim, final } = await testApp();
    await post(app, { model: 'tiny.en' }, { 'x-priority': 'interim' });
    await post(app, { model: 'whisper-1', prompt: 'Northwind' });
    expect(interim.requests).toMatchObject([{ model: 'tiny.en', paddingMs: 7000 }]);
    expect(final.requests).toMatchObject([
      { model: 'base', paddingMs: 10_000, languages: ['en'], prompt: 'Northwind' },
    ]);
  });

  it('offers the last text of a track as draft for its next pass', async () => {
    const { app, interim, final } = await testApp();
    const headers = { 'x-priority': 'interim', 'x-track': 'call-1/customer' };
    await post(app, { model: 'tiny.en' }, headers);
    await post(app, {}, { 'x-track': 'call-1/customer' });
    await post(app, {}, { 'x-track': 'call-2/customer' });
    expect(interim.requests[0]?.draft).toBeUndefined();
    expect(final.requests.map(({ draft }) => draft)).toEqual(['Thank you.', undefined]);
  });

  it.each<[string, number, string, FormFields, Record<string, string>?]>([
    ['file', 400, 'file_missing', { file: undefined }],
    ['file', 400, 'file_not_a_file', { file: 'some text' }],
    ['model', 400, 'invalid_value', { model: undefined }],
    ['model', 404, 'model_not_found', { model: 'large-v3' }],
    ['language', 400, 'invalid_value', { language: 'klingon' }],
    ['language', 400, 'language_not_supported', { model: 'tiny.en', language: 'de' }],
    ['response_format', 400, 'invalid_value', { response_format: 'srt' }],
    ['temperature', 400, 'invalid_value', { temperature: 'warm' }],
    ['prompt', 400, 'invalid_value', { prompt: 'x'.repeat(4001) }],
    ['file', 400, 'audio_not_wav', { file: bytes('not audio at all') }],
    ['file', 415, 'audio_other_format', { file: bytes('OggS and so on') }],
    ['file', 400, 'audio_too_short', { file: new Uint8Array(wavFile([])) }],
    ['file', 400, 'audio_broken_header', { file: new Uint8Array(wavFile(TONE).subarray(0, 20)) }],
    ['file', 400, 'audio_truncated', { file: new Uint8Array(wavFile(TONE).subarray(0, 2000)) }],
    [
      'file',
      400,
      'audio_too_long',
      { file: new Uint8Array(wavFile(new Float32Array(31 * 16_000))) },
    ],
    ['x-priority', 400, 'invalid_value', {}, { 'x-priority': 'urgent' }],
    ['x-speaker', 400, 'invalid_value', {}, { 'x-speaker': 'bot' }],
    ['x-track', 400, 'invalid_value', {}, { 'x-track': 'x'.repeat(201) }],
  ])('says what is wrong with "%s": %i %s', async (param, status, code, fields, headers = {}) => {
    const { app, final } = await testApp();
    const response = await post(app, fields, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      error: {
        message: expect.stringMatching(/.{10,}/),
        type: 'invalid_request_error',
        param,
        code,
      },
    });
    expect(final.requests).toEqual([]);
  });

  it('refuses what is no multipart form, or a broken one', async () => {
    const { app } = await testApp();
    const send = (body: string, type: string) =>
      app.request('/v1/audio/transcriptions', {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
    expect((await send('{}', 'application/json')).status).toBe(415);
    const broken = await send('--x\r\nnothing', 'multipart/form-data; boundary=x');
    expect([broken.status, await codeOf(broken)]).toEqual([400, 'broken_multipart']);
  });

  it('refuses a body beyond 25 MB', async () => {
    const { app } = await testApp();
    const response = await app.request('/v1/audio/transcriptions', {
      method: 'POST',
      body: Buffer.alloc(25 * 1024 * 1024 + 1),
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '26214401' },
    });
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
  });

  it('answers the replaced interim with 409 and tells SDKs not to repeat it', async () => {
    const gates: Array<() => void> = [];
    const { app } = await testApp(
      () => new Promise<Partial<EngineResult>>((resolve) => gates.push(() => resolve({}))),
    );
    const headers = { 'x-priority': 'interim', 'x-track': 't' };
    const first = post(app, { model: 'tiny.en' }, headers);
    await expect.poll(() => gates.length).toBe(1);
    const second = post(app, { model: 'tiny.en' }, headers);
    const third = post(app, { model: 'tiny.en' }, headers);
    const replaced = await Promise.race([second, third]);
    expect([replaced.status, await codeOf(replaced)]).toEqual([409, 'superseded']);
    expect(replaced.headers.get('x-should-retry')).toBe('false');
    gates[0]?.();
    await expect.poll(() => gates.length).toBe(2);
    gates[1]?.();
    expect((await first).status).toBe(200);
  });

  it('answers 500 without details when the engine fails', async () => {
    const { app } = await testApp(() => {
      throw new Error('secret path /models');
    });
    const response = await post(app);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it('answers 503 with Retry-After until the models are loaded', async () => {
    const { app, final } = await testApp();
    await final.close();
    const response = await post(app);
    expect([response.status, await codeOf(response)]).toEqual([503, 'starting']);
    expect(response.headers.get('retry-after')).toBe('1');
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
  });
});

describe('the other addresses', () => {
  it('lists the models and describes one', async () => {
    const { app } = await testApp();
    const list: { data: Array<{ id: string }> } = await (await app.request('/v1/models')).json();
    expect(list.data.map(({ id }) => id)).toEqual(['base', 'tiny.en', 'whisper-1']);
    expect((await app.request('/v1/models/base')).status).toBe(200);
    expect(await codeOf(await app.request('/v1/models/none'))).toBe('model_not_found');
  });

  it('asks for the key on /v1 only, when one is set', async () => {
    const { app } = await testApp({ apiKey: 'secret' });
    expect(await codeOf(await post(app))).toBe('invalid_api_key');
    expect((await post(app, {}, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await post(app, {}, { authorization: 'Bearer secret' })).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
  });

  it('counts depth, wait, decoding, drops and memory', async () => {
    const { app } = await testApp();
    await post(app);
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('whisper_queue_depth{priority="final"} 0');
    expect(text).toContain('whisper_decode_seconds_count{model="base",priority="final"} 1');
    expect(text).toContain('whisper_wait_seconds_count{priority="final"} 1');
    expect(text).toMatch(/process_resident_memory_bytes \d/);
    expect(text).toContain('whisper_answers_total{status="200"} 1');
  });

  it('answers unknown addresses in the same shape', async () => {
    const { app } = await testApp();
    expect(await codeOf(await app.request('/v2/nothing'))).toBe('unknown_url');
  });
});

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function codeOf(response: Response): Promise<string> {
  const body: { error: { code: string } } = await response.json();
  return body.error.code;
}
