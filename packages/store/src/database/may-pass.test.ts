import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mayPass } from './may-pass.ts';
import { StoreError } from './store-error.ts';
import { UnavailableError } from './unavailable.ts';

const refusal = (code: string | undefined) =>
  Object.assign(new DatabaseError('refused', 1, 'error'), { severity: 'ERROR', code });

test.each([
  ['a fail-over that has left it read-only', '25006'],
  ['a full disk', '53100'],
  ['no memory', '53200'],
  ['a statement that took too long', '57014'],
  ['a deadlock', '40P01'],
  ['a serialization failure', '40001'],
  ['a lock not to be had', '55P03'],
  ['a server that stops', '57P01'],
  ['a lost connection', '08006'],
  ['a table that is not there yet', '42P01'],
  ['something without a code', undefined],
])('%s may pass', (_what, code) => {
  expect(mayPass(refusal(code))).toBe(true);
});

test('being away, and faults nobody has thought of, may pass', () => {
  expect(mayPass(new UnavailableError(new Error('connect ECONNREFUSED')))).toBe(true);
  expect(mayPass(new Error('Query read timeout'))).toBe(true);
  expect(mayPass(new TypeError('x is undefined'))).toBe(true);
  expect(mayPass(undefined)).toBe(true);
});

test.each(['22P05', '23505', '23514', '23001', 'P0001', '54000'])('%s is refused again', (code) => {
  expect(mayPass(refusal(code))).toBe(false);
});

test('our own refusals and data of the wrong shape are refused again, whichever copy of the class', () => {
  expect(mayPass(StoreError.callNotFound('x'))).toBe(false);
  expect(mayPass(z.string().safeParse(1).error)).toBe(false);
  expect(mayPass(Object.assign(new Error('copy'), { name: 'StoreError' }))).toBe(false);
});
