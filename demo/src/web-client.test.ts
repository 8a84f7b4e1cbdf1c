import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWebClient, type Fetch } from './web-client.ts';

function clientWith(answers: Response[]) {
  const seen: { url: string; headers: Headers; body: unknown }[] = [];
  const fetch: Fetch = async (url, init) => {
    seen.push({ url, headers: new Headers(init.headers), body: init.body });
    return answers.shift() ?? new Response(null, { status: 204 });
  };
  return { seen, client: createWebClient({ webUrl: 'http://localhost:3000/', fetch }) };
}

describe('createWebClient', () => {
  it('names its origin and sends JSON', async () => {
    const { client, seen } = clientWith([]);
    await client.send('/api/calls', { method: 'POST', json: { name: 'A' } });
    expect(seen[0]?.url).toBe('http://localhost:3000/api/calls');
    expect(seen[0]?.headers.get('origin')).toBe('http://localhost:3000');
    expect(seen[0]?.body).toBe('{"name":"A"}');
  });

  it('keeps cookies and forgets deleted ones', async () => {
    const set = (cookie: string) => new Response(null, { headers: { 'set-cookie': cookie } });
    const { client, seen } = clientWith([
      set('call=a.b=c; HttpOnly; Path=/'),
      set('call=; Max-Age=0'),
    ]);
    for (const path of ['/1', '/2', '/3']) await client.send(path);
    expect(seen.map(({ headers }) => headers.get('cookie'))).toEqual([null, 'call=a.b=c', null]);
  });

  it('says why it was refused', async () => {
    const body = { error: { code: 'conflict', message: 'The call has ended.' } };
    const { client } = clientWith([Response.json(body, { status: 409 })]);
    await expect(client.send('/api/x')).rejects.toMatchObject({
      status: 409,
      message: '/api/x was refused (409): The call has ended.',
    });
  });

  it('refuses an answer of another shape', async () => {
    const { client } = clientWith([Response.json({ a: 1 })]);
    await expect(client.read(z.object({ b: z.number() }), '/api/x')).rejects.toThrow('shape');
  });

  it('says that nothing answers', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    const client = createWebClient({ webUrl: 'http://localhost:3000', fetch });
    await expect(client.send('/')).rejects.toThrow('Nothing answers at http://localhost:3000.');
  });
});
