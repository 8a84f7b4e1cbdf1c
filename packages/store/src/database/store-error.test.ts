import { expect, test } from 'vitest';
import { isDatabaseError } from './database-error.ts';
import { isStoreError, StoreError } from './store-error.ts';
import { isUnavailable } from './unavailable.ts';

/** An error as another bundle of the same process makes it: a class of its own, with the same fields. */
function fromElsewhere(name: string, fields: object = {}): Error {
  class FromElsewhere extends Error {
    override readonly name = name;
  }
  return Object.assign(new FromElsewhere('made in another bundle'), fields);
}

test('knows its own errors by reason', () => {
  const error = StoreError.contactTaken('email');
  expect(isStoreError(error)).toBe(true);
  expect(isStoreError(error, 'contact-taken')).toBe(true);
  expect(isStoreError(error, 'call-not-found')).toBe(false);
});

test('knows the errors of another bundle', () => {
  expect(
    isStoreError(fromElsewhere('StoreError', { reason: 'contact-taken' }), 'contact-taken'),
  ).toBe(true);
  expect(isUnavailable(fromElsewhere('UnavailableError'))).toBe(true);
  const shutDown = fromElsewhere('error', { severity: 'FATAL', code: '57P01' });
  expect(isDatabaseError(shutDown)).toBe(true);
  expect(isUnavailable(shutDown)).toBe(true);
});

test('takes nothing else for one', () => {
  for (const error of [new Error('broken'), { name: 'StoreError' }, 'StoreError', undefined]) {
    expect(isStoreError(error)).toBe(false);
    expect(isUnavailable(error)).toBe(false);
    expect(isDatabaseError(error)).toBe(false);
  }
});
