import OpenAI, { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ModelServer, type ModelServerOptions, startModelServer } from './model-server.ts';

const suggestionSchema = z.object({
  suggestion: z.string(),
  confidence: z.number(),
  reasoning: z.string(),
});
const quick: ModelServerOptions = { firstTokenMs: 0, pieceMs: 0 };
const answer = () => ({
  reasoning: 'It is late.',
  confidence: 0.9,
  suggestion: 'Where is it?',
  more: 1,
});

const call = {
  conversation: [
    { who: 'customer', said: 'My parcel is late.' },
    { who: 'agent', said: 'I am sorry.' },
  ],
};

let server: ModelServer;
afterEach(() => server.close());

async function ask(given: ModelServerOptions, signal?: AbortSignal) {
  server = await startModelServer({ ...quick, ...given });
  const client = new OpenAI({ baseURL: server.url, apiKey: 'none', maxRetries: 0 });
  const request = {
    model: 'a-model',
    messages: [{ role: 'user' as const, content: JSON.stringify(call) }],
    response_format: zodResponseFormat(suggestionSchema, 'suggestion'),
  };
  return {
    whole: () => client.chat.completions.create(request, { signal }),
    async streamed() {
      const parts: string[] = [];
      const stream = await client.chat.completions.create({ ...request, stream: true }, { signal });
      for await (const { choices } of stream) parts.push(choices[0]?.delta.content ?? '');
      return parts;
    },
  };
}

describe('the fake model', () => {
  it('streams its answer in small pieces, fields in the order of the schema', async () => {
    const parts = await (await ask({ answer })).streamed();
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.join('')).toBe(
      '{"suggestion":"Where is it?","confidence":0.9,"reasoning":"It is late."}',
    );
    expect(server.requests).toMatchObject([{ model: 'a-model', stream: true }]);
  });

  it('answers in one piece when no stream is asked for, and takes up the customer’s last words by itself', async () => {
    const { choices } = await (await ask({})).whole();
    const written = suggestionSchema.parse(JSON.parse(choices[0]?.message.content ?? ''));
    expect(written.reasoning).toContain('My parcel is late.');
  });

  it('keeps its first token back for as long as it is told', async () => {
    const { streamed } = await ask({ answer, firstTokenMs: 120 });
    const startedAtMs = performance.now();
    await streamed();
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(118);
  });

  it.each([
    ['fails', 500, null],
    ['rate-limited', 429, 'rate_limit_exceeded'],
    ['quota-exhausted', 429, 'insufficient_quota'],
  ] as const)('refuses when it %s', async (behaviour, status, code) => {
    const refused = await (await ask({ behaviour })).streamed().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(APIError);
    expect(refused).toMatchObject({ status, code });
    const retryAfter = (refused as APIError).headers?.get('retry-after');
    expect(retryAfter ?? null).toBe(behaviour === 'rate-limited' ? '5' : null);
  });

  it('writes what is no JSON, or not what was asked for', async () => {
    const text = (await (await ask({ answer, behaviour: 'wrong-json' })).streamed()).join('');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    await server.close();
    const { choices } = await (await ask({ answer, behaviour: 'wrong-shape' })).whole();
    const written = JSON.parse(choices[0]?.message.content ?? '');
    expect(suggestionSchema.safeParse(written).success).toBe(false);
  });

  it('breaks off in the middle of its answer', async () => {
    await expect((await ask({ answer, behaviour: 'cut-off' })).streamed()).rejects.toThrow();
    await server.close();
    await expect((await ask({ answer, behaviour: 'cut-off' })).whole()).rejects.toThrow();
  });

  it('says nothing when it hangs, until the asker gives up', async () => {
    const giveUp = new AbortController();
    const { streamed } = await ask({ behaviour: 'hangs' }, giveUp.signal);
    const asking = streamed();
    await expect.poll(() => server.requests.length).toBe(1);
    giveUp.abort();
    await expect(asking).rejects.toThrow('aborted');
  });

  it('behaves otherwise from the next request on, and comes back on the same port', async () => {
    const { whole } = await ask({ answer, behaviour: 'fails' });
    await expect(whole()).rejects.toThrow('500');
    server.setBehaviour('answers');
    await expect(whole()).resolves.toBeDefined();
    const { port } = server;
    await server.close();
    await expect(whole()).rejects.toThrow('Connection error');
    server = await startModelServer({ ...quick, port });
    await expect(whole()).resolves.toBeDefined();
  });
});
