import { expect, it } from 'vitest';
import { methodsAt } from '../access/methods-at.ts';
import { doorProblem } from './door-problem.ts';

const statusOf = (url: string, method = 'GET', headers = {}) =>
  doorProblem({ url, method, headers: { host: 'localhost:3000', ...headers } }, methodsAt)?.status;

it.each([
  '/',
  '/call?x=%',
  '/api/calls/0193d5d2-8a4e-7a3e-9c39-0d3c4f6f1a10/events',
  '/api/customers/search?query=J%C3%BCrgen%20%26%20co%25&page=1',
  '/api/customers/a%25b%2Fc',
  '/_next/static/chunks/%5Bturbopack%5D_runtime.js',
])('lets %s in', (url) => {
  for (const method of ['GET', 'HEAD']) expect(statusOf(url, method)).toBeUndefined();
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

const call = '/api/calls/0193d5d2-8a4e-7a3e-9c39-0d3c4f6f1a10';

it('takes of a route the methods that it has, and of the rest those of any', () => {
  const taken = {
    [`${call}/chat`]: ['POST', 'OPTIONS'],
    [`${call}/wrap-up?x=1`]: ['POST', 'PUT', 'OPTIONS'],
    '/api/calls': ['POST', 'OPTIONS'],
    '/api/calls/current': ['GET', 'HEAD', 'OPTIONS'],
    '/api/customers/search': ['GET', 'HEAD', 'OPTIONS'],
    '/api/admin/queues/main': ['PATCH', 'DELETE', 'OPTIONS'],
    '/api/nope': ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    '/api/auth/callback/credentials': ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    '/call': ['GET', 'HEAD'],
  };
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  for (const [url, expected] of Object.entries(taken)) {
    const allowed = methods.filter((method) => statusOf(url, method) === undefined);
    expect(allowed.toSorted(), url).toEqual(expected.toSorted());
  }
});

it.each(['TRACE', 'PROPFIND', 'BREW'])('does not take the method %s', (method) => {
  expect(statusOf('/api/calls', method)).toBe(405);
});

it('refuses an address that is too long, and hosts that are none', () => {
  expect(statusOf(`/call?${'a'.repeat(5_000)}`)).toBe(414);
  for (const host of ['a b', 'localhost:port', 'ours/../theirs', 'me@there']) {
    expect(statusOf('/', 'GET', { host }), host).toBe(400);
    expect(statusOf('/', 'GET', { 'x-forwarded-host': host }), host).toBe(400);
  }
});
