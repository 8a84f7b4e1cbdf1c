import { expect, it } from 'vitest';
import { doorProblem } from './door-problem.ts';

const statusOf = (url: string, method = 'GET', headers = {}) =>
  doorProblem({ url, method, headers: { host: 'localhost:3000', ...headers } })?.status;

it.each([
  '/',
  '/call?x=%',
  '/api/calls/0193d5d2-8a4e-7a3e-9c39-0d3c4f6f1a10/chat',
  '/api/customers/search?query=J%C3%BCrgen%20%26%20co%25&page=1',
  '/api/customers/a%25b%2Fc',
  '/_next/static/chunks/%5Bturbopack%5D_runtime.js',
])('lets %s in', (url) => {
  for (const method of ['GET', 'HEAD']) expect(statusOf(url, method)).toBeUndefined();
  const changes = url.startsWith('/api') ? undefined : 405;
  for (const method of ['POST', 'PUT', 'OPTIONS']) expect(statusOf(url, method)).toBe(changes);
});

it.each([
  '/api/calls/%',
  '/api/calls/%E0%A4%A',
  '/%c0%ae%c0%ae/etc',
  '/api/calls/%00',
  '/api\\calls',
  '*',
  'http://other.example/api/calls',
])('does not take %s for an address', (url) => {
  expect(statusOf(url)).toBe(400);
});

it.each(['TRACE', 'PATCH', 'PROPFIND', 'BREW'])('does not take the method %s', (method) => {
  expect(statusOf('/api/calls', method)).toBe(405);
});

it('refuses an address that is too long, and hosts that are none', () => {
  expect(statusOf(`/call?${'a'.repeat(5_000)}`)).toBe(414);
  for (const host of ['a b', 'localhost:port', 'ours/../theirs', 'me@there']) {
    expect(statusOf('/', 'GET', { host }), host).toBe(400);
    expect(statusOf('/', 'GET', { 'x-forwarded-host': host }), host).toBe(400);
  }
});
