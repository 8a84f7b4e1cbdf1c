import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { isUnavailable, UnavailableError } from './unavailable.ts';

const refusal = (code: string | undefined) =>
  Object.assign(new DatabaseError('refused', 1, 'error'), { severity: 'ERROR', code });

test('lost and refused connections and a server that stops are unavailable', () => {
  expect(isUnavailable(new UnavailableError(new Error('connect ECONNREFUSED')))).toBe(true);
  for (const code of ['57P01', '57P03', '53300', '08006', '25006', '53100', '58030']) {
    expect(isUnavailable(refusal(code)), code).toBe(true);
  }
});

test('mistakes and refusals by rule are not', () => {
  for (const code of ['23505', '42P01', '23514', '40P01', '57014', undefined]) {
    expect(isUnavailable(refusal(code)), String(code)).toBe(false);
  }
  expect(isUnavailable(new Error('failed'))).toBe(false);
  expect(isUnavailable('08006')).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});
