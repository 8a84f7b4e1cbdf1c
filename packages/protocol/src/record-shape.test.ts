import { expect, test } from 'vitest';
import { record, tagged } from './record-shape.ts';
import { MisfitError, type Shape } from './shape.ts';
import { text, wholeNumber } from './value-shape.ts';

const order = record({ number: text, customer: record({ age: wholeNumber(0) }) });
const message = tagged('kind', { said: { words: text }, left: {} });

function misfitOf(shape: Shape<unknown>, value: unknown): MisfitError {
  try {
    shape(value);
  } catch (error) {
    if (error instanceof MisfitError) return error;
  }
  throw new Error('It fits.');
}

test('an object is read with its own fields and no others', () => {
  const given = { number: '4521', customer: { age: 40, note: 'secret' }, note: 'secret' };
  expect(order(given)).toEqual({ number: '4521', customer: { age: 40 } });
});

test('a misfit says where and what', () => {
  const { path, message: words } = misfitOf(order, { number: '4521', customer: { age: -1 } });
  expect(path).toEqual(['customer', 'age']);
  expect(words).toMatch(/^Expected a number from 0 /);
});

test.each([[null], [[]], ['text'], [undefined], [() => ({})]])('%j is no object', (value) => {
  expect(misfitOf(record({}), value).message).toBe('Expected an object.');
});

test('fields that an object has only by inheritance are misfits or left out', () => {
  expect(misfitOf(order, Object.create({})).path).toEqual(['number']);
  expect(record({})(JSON.parse('{"__proto__":{"polluted":true}}'))).toEqual({});
});

test('a tag says which fields there are', () => {
  expect(message({ kind: 'said', words: 'hi', more: 1 })).toEqual({ kind: 'said', words: 'hi' });
  expect(message({ kind: 'left', words: 'hi' })).toEqual({ kind: 'left' });
  expect(misfitOf(message, { kind: 'said' }).path).toEqual(['words']);
});

test.each(['toString', '__proto__', 'constructor', undefined, null, 7])('no tag is %s', (kind) => {
  expect(misfitOf(message, { kind }).path).toEqual(['kind']);
});

test('an error that is no misfit goes through as it is', () => {
  const broken = record({
    field: () => {
      throw new RangeError('ours');
    },
  });
  expect(() => broken({ field: 1 })).toThrow(RangeError);
});
