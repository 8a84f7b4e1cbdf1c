import { expect, test } from 'vitest';
import { stableId } from './stable-id.ts';

test('the id is a UUID that depends on nothing but the parts of the fact', () => {
  expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
  expect(stableId('a', 'b')).not.toBe(stableId('b', 'a'));
  expect(stableId('a', 'b')).not.toBe(stableId('ab'));
  expect(stableId('a b')).not.toBe(stableId('a', 'b'));
  expect(stableId('a')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
