import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyIdSet, hasId, withId } from './id-set.ts';

test('it holds what was added and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999), { maxLength: 600 }), fc.nat(999), (added, probe) => {
      const ids = added.reduce((set, id) => withId(set, String(id)), emptyIdSet);
      expect(hasId(ids, String(probe))).toBe(added.includes(probe));
    }),
  );
});

test('adding leaves the set before as it was, and a known id changes nothing', () => {
  const one = withId(emptyIdSet, 'a');
  expect(hasId(emptyIdSet, 'a')).toBe(false);
  expect(withId(one, 'a')).toBe(one);
});
