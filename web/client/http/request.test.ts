import { aCallId } from '@agent/testing/ids';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { currentCall, roomAccess } from './call-api.ts';
import { command, request } from './request.ts';

const answer = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));
const apiError = (code: string, extra = {}) => ({
  error: { code, message: 'Enter it.', ...extra },
});

afterEach(() => void vi.unstubAllGlobals());

it('parses the answer', async () => {
  answer(200, { n: 1, more: true });
  expect(await request(z.object({ n: z.number() }), '/x')).toEqual({ n: 1 });
});

it('refuses an answer of another shape', async () => {
  answer(200, { n: 'one' });
  await expect(request(z.object({ n: z.number() }), '/x')).rejects.toMatchObject({
    code: 'unreadable',
  });
});

it('turns an API error into a typed one with the fields to mend', async () => {
  answer(400, apiError('invalid-input', { fields: { name: 'Enter your name.' } }));
  await expect(command('/x')).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'Enter it.',
    fields: { name: 'Enter your name.' },
    retryable: false,
  });
});

it('says that the server is away when nothing or a proxy answers', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
  await expect(command('/x')).rejects.toMatchObject({ code: 'offline', retryable: true });
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway', { status: 502 }));
  await expect(command('/x')).rejects.toMatchObject({ code: 'offline' });
});

it('takes no call and no access as answers rather than failures', async () => {
  answer(404, apiError('not-found'));
  expect(await currentCall()).toBeNull();
  answer(409, apiError('conflict'));
  expect(await roomAccess({ callId: aCallId(), reader: 'customer' })).toBe('refused');
});
