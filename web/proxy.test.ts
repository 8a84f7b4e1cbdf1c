import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { config, proxy } from './proxy.ts';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/calls');
  vi.stubEnv('LIVEKIT_URL', 'ws://localhost:7880');
  vi.stubEnv('LIVEKIT_API_KEY', 'key');
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  for (const name of ['LIVEKIT_API_SECRET', 'NEXTAUTH_SECRET', 'CALL_COOKIE_SECRET']) {
    vi.stubEnv(name, 's'.repeat(32));
  }
});
afterAll(() => vi.unstubAllEnvs());

it('gives each answer a nonce of its own and hands the same to the page', () => {
  const policies = [1, 2].map(() => {
    const response = proxy(new NextRequest('http://localhost:3000/call'));
    const policy = response.headers.get('content-security-policy');
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policy);
    return policy;
  });
  expect(policies[0]).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/);
  expect(policies[0]).not.toBe(policies[1]);
});

it('does not stand before the API, files and health checks', () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`);
  for (const path of ['/', '/call', '/agent', '/auth/signin', '/metricsx', '/healthz/x', '/apis'])
    expect(path).toMatch(pattern);
  for (const path of ['/api/calls', '/_next/static/x.js', '/healthz', '/metrics']) {
    expect(path).not.toMatch(pattern);
  }
});

it('gives the browser of a customer the key of its next call, once', () => {
  const keyOf = (path: string, cookie = '') =>
    proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { cookie } }))
      .headers.getSetCookie()
      .find((line) => line.startsWith('start='));
  const given = keyOf('/call');
  expect(given).toMatch(/^start=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax/);
  expect(keyOf('/call', given?.split(';')[0])).toBeUndefined();
  expect(keyOf('/call', 'start=forged')).toBeDefined();
  expect(keyOf('/agent')).toBeUndefined();
});
