import { expect, test } from 'vitest';
import { isUnavailable } from './connect.ts';

const failure = (code: unknown) => Object.assign(new Error('failed'), { code });

test('lost and refused connections and a server that stops are unavailable', () => {
  for (const code of ['ECONNREFUSED', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P01', '08006']) {
    expect(isUnavailable(failure(code)), code).toBe(true);
  }
});

test('mistakes and refusals by rule are not', () => {
  for (const code of ['23505', '42P01', '23514', undefined, 8]) {
    expect(isUnavailable(failure(code)), String(code)).toBe(false);
  }
  expect(isUnavailable(new Error('failed'))).toBe(false);
  expect(isUnavailable('08006')).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});
