import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=90-500', { from: 90, to: 100 }],
  ['bytes=-10', { from: 90, to: 100 }],
  ['bytes=-500', { from: 0, to: 100 }],
  [' bytes=99- ', { from: 99, to: 100 }],
])('%s of 100 bytes', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=999999999999999-', 'bytes=-0'])(
  '%s asks for bytes that do not exist',
  (header) => {
    expect(byteRange(header, 100)).toBe('unsatisfiable');
  },
);

test.each([
  ...[null, '', 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=0-1'],
  ...['bytes=0x10-', 'bytes=1.5-', `bytes=${'9'.repeat(40)}-`, 'bytes = 0-1'],
])('%s asks for everything', (header) => {
  expect(byteRange(header, 100)).toBeUndefined();
});

test('of nothing no byte can be had', () => {
  expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(byteRange('bytes=-1', 0)).toBe('unsatisfiable');
});
