import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { EngineResult } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import { type FormFields, post, TONE, testApp } from '../test-support/test-app.ts';
import { wavFile } from '../test-support/wav-file.ts';

const ADDRESS = '/v1/audio/transcriptions';
const MB = 1024 * 1024;

describe('a body that is no form of ours', () => {
  it.each([
    ['nothing', '', undefined],
    ['JSON', '{}', 'application/json'],
    ['a form of links', 'model=base', 'application/x-www-form-urlencoded'],
    ['sound without a form', 'RIFF', 'audio/wav'],
    ['what only begins like a form', 'x', 'multipart/form-database; boundary=x'],
  ])('is refused when it is %s', async (_name, body, type) => {
    const { app } = await testApp();
    const response = await send(app, body, type);
    expect([response.status, await codeOf(response)]).toEqual([415, 'not_multipart']);
  });

  it.each([
    ['has no boundary', '--x\r\n', 'multipart/form-data'],
    ['has another boundary', form('y'), 'multipart/form-data; boundary=x'],
    ['ends within a part', form('x').slice(0, -40), 'multipart/form-data; boundary=x'],
    ['is empty', '', 'multipart/form-data; boundary=x'],
  ])('is refused when it %s', async (_name, body, type) => {
    const { app, final } = await testApp();
    const response = await send(app, body, type);
    expect([response.status, await codeOf(response)]).toEqual([400, 'broken_multipart']);
    expect(final.requests).toEqual([]);
  });

  it('is a form whatever the case of its type', async () => {
    const { app } = await testApp();
    const response = await send(app, form('x'), 'Multipart/Form-Data; boundary=x');
    expect(await codeOf(response)).toBe('file_missing');
  });
});

describe('a body that is too large', () => {
  it('is refused by the length that it announces', async () => {
    const { app } = await testApp();
    const type = 'multipart/form-data; boundary=x';
    const response = await send(app, form('x'), type, { 'content-length': `${25 * MB + 1}` });
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
  });

  it('is refused when it announces none, before it has been read to its end', async () => {
    const { app } = await testApp();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += MB;
        controller.enqueue(new Uint8Array(MB));
        if (sent > 100 * MB) controller.close();
      },
    });
    const request = new Request(`http://whisper${ADDRESS}`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit);
    const response = await app.request(request);
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
    expect(sent).toBeLessThan(30 * MB);
  });
});

describe('a field', () => {
  it.each<[string, FormFields, string]>([
    ['model', { model: bytes('base') }, 'model'],
    ['prompt', { prompt: bytes('Northwind') }, 'prompt'],
    ['language', { language: bytes('en') }, 'language'],
  ])('%s is refused when it is a file', async (_name, fields, param) => {
    const { app, final } = await testApp();
    const response = await post(app, fields);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param, code: 'invalid_value' } });
    expect(final.requests).toEqual([]);
  });

  it.each<[string, string | undefined, number]>([
    ['prompt', 'x'.repeat(4000), 200],
    ['prompt', 'x'.repeat(4001), 400],
    ['temperature', '0', 200],
    ['temperature', '1', 200],
    ['temperature', '-0.1', 400],
    ['temperature', '1.1', 400],
    ['model', 'x'.repeat(100), 404],
    ['model', 'x'.repeat(101), 400],
    ['model', '', 400],
    ['model', '__proto__', 404],
    ['model', 'toString', 404],
    ['model', '../base', 404],
    ['language', 'EN', 200],
    ['language', ' en ', 200],
    ['language', 'en-US', 200],
    ['language', '', 200],
    ['language', 'english', 400],
    ['response_format', '', 200],
    ['response_format', 'JSON', 400],
    ['x-anything', 'ignored', 200],
  ])('%s = %j', async (name, value, status) => {
    const { app } = await testApp();
    expect((await post(app, { [name]: value })).status).toBe(status);
  });

  it.each([
    ['x-priority', 'final', 200],
    ['x-priority', 'interim', 200],
    ['x-priority', '', 400],
    ['x-speaker', 'customer', 200],
    ['x-speaker', 'agent', 200],
    ['x-speaker', 'supervisor', 200],
    ['x-track', 'x'.repeat(200), 200],
    ['x-track', 'x'.repeat(201), 400],
  ])('%s: %s answers %i', async (name, value, status) => {
    const { app } = await testApp();
    expect((await post(app, {}, { [name]: value })).status).toBe(status);
  });
});

describe('sound', () => {
  it.each([4000, 8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])(
    'of %i Hz reaches the engine at 16 kHz',
    async (sampleRate) => {
      const { app, final } = await testApp();
      const file = new Uint8Array(wavFile(new Float32Array(sampleRate), { sampleRate }));
      const response = await post(app, { file, response_format: 'verbose_json' });
      expect(await response.json()).toMatchObject({ duration: 1, segments: [{ end: 1 }] });
      expect(final.requests[0]?.samples).toHaveLength(16_000);
    },
  );

  it.each([
    [3999, 'audio_unsupported_layout'],
    [192_001, 'audio_unsupported_layout'],
    [0, 'audio_unsupported_layout'],
  ])('of %i Hz is refused', async (sampleRate, code) => {
    const { app } = await testApp();
    const file = new Uint8Array(wavFile(TONE, { sampleRate }));
    expect(await codeOf(await post(app, { file }))).toBe(code);
  });

  it.each([
    [1599, 400],
    [1600, 200],
    [480_000, 200],
    [480_001, 400],
  ])('of %i samples answers %i', async (samples, status) => {
    const { app } = await testApp();
    const file = new Uint8Array(wavFile(new Float32Array(samples)));
    expect((await post(app, { file })).status).toBe(status);
  });

  it('that is empty is no WAV', async () => {
    const { app } = await testApp();
    expect(await codeOf(await post(app, { file: bytes('') }))).toBe('audio_not_wav');
  });
});

describe('languages', () => {
  it('of a request that names one are that one', async () => {
    const { app, final } = await testApp();
    await post(app, { language: 'DE-at' });
    await post(app);
    expect(final.requests.map(({ languages }) => languages)).toEqual([['de'], ['en']]);
  });

  it('of a model that knows English only are English, whatever the server was told', async () => {
    const { app, final } = await testApp({ languages: ['de', 'fr'] });
    await post(app, { model: 'tiny.en' });
    await post(app, { model: 'tiny.en', language: 'en' });
    await post(app, { model: 'base' });
    expect(final.requests.map(({ languages }) => languages)).toEqual([
      ['en'],
      ['en'],
      ['de', 'fr'],
    ]);
  });
});

describe('a client that hangs up', () => {
  it('while its sound is decoded is answered nothing that anybody counts as a failure', async () => {
    const client = new AbortController();
    const { app } = await testApp(() => {
      client.abort();
      return {};
    });
    const response = await post(app, {}, {}, client.signal);
    expect([response.status, await codeOf(response)]).toEqual([499, 'client_closed']);
    expect(await countsOf(app)).toMatchObject({
      'whisper_dropped_total{priority="final",reason="cancelled"}': 1,
      'whisper_answers_total{status="499"}': 1,
    });
  });

  it('before anything was read costs no decoding', async () => {
    const { app, final } = await testApp();
    const client = new AbortController();
    client.abort();
    await post(app, {}, {}, client.signal).catch(() => undefined);
    expect(final.requests).toEqual([]);
  });

  it('leaves no text of its own for the next pass', async () => {
    const client = new AbortController();
    let passes = 0;
    const { app, final } = await testApp(() => {
      passes += 1;
      if (passes === 1) client.abort();
      return {};
    });
    const track = { 'x-track': 't' };
    await post(app, {}, track, client.signal);
    await post(app, {}, track);
    expect(final.requests[1]?.draft).toBeUndefined();
  });
});

describe('an engine', () => {
  it.each([
    ['failed', 500, 'engine_failed'],
    ['crashed', 503, 'engine_unavailable'],
  ] as const)('that has %s answers %i and is counted', async (reason, status, code) => {
    const { app } = await testApp(() => {
      throw new EngineError(reason, 'Why.');
    });
    const response = await post(app);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await countsOf(app)).toMatchObject({
      [`whisper_dropped_total{priority="final",reason="${reason}"}`]: 1,
    });
  });

  it('that breaks in a way nobody knows is counted as failed', async () => {
    const { app } = await testApp(() => {
      throw new Error('?');
    });
    await post(app);
    expect(await countsOf(app)).toMatchObject({
      'whisper_dropped_total{priority="final",reason="failed"}': 1,
    });
  });

  it('that went in circles is counted by its model', async () => {
    const { app } = await testApp((): Partial<EngineResult> => ({ decodedAgain: true }));
    await post(app, { model: 'whisper-1' });
    await post(app, { model: 'tiny.en' }, { 'x-priority': 'interim' });
    expect(await countsOf(app)).toMatchObject({
      'whisper_decoded_again_total{model="base"}': 1,
      'whisper_decoded_again_total{model="tiny.en"}': 1,
    });
  });

  it('is timed in seconds, and in parts of the length of its sound', async () => {
    const { app } = await testApp((): Partial<EngineResult> => ({ decodeMs: 500 }));
    await post(app, { file: new Uint8Array(wavFile(new Float32Array(32_000))) });
    expect(await countsOf(app)).toMatchObject({
      'whisper_decode_seconds_sum{model="base",priority="final"}': 0.5,
      'whisper_real_time_factor_sum{model="base",priority="final"}': 0.25,
    });
  });
});

/** A form without a file. */
function form(boundary: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="model"\r\n\r\nbase\r\n--${boundary}--\r\n`;
}

async function send(
  app: Hono,
  body: string,
  type?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(ADDRESS, {
    method: 'POST',
    body: bytes(body),
    headers: { ...(type && { 'content-type': type }), ...headers },
  });
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function codeOf(response: Response): Promise<string> {
  const body: { error: { code: string } } = await response.json();
  return body.error.code;
}

/** Every series that the server counts, by its name with labels. */
async function countsOf(app: Hono): Promise<Record<string, number>> {
  const text = await (await app.request('/metrics')).text();
  const lines = text.split('\n').filter((line) => /^whisper_/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}
