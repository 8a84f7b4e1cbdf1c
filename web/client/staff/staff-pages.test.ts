import { roleSchema } from '@agent/protocol';
import { expect, it } from 'vitest';
import { homeOf, staffPages, staffPagesOf } from './staff-pages.ts';

it.each(roleSchema.options)(
  'lands a person of the role %s on a page that the role may open',
  (role) => {
    expect(staffPagesOf(role).map(({ href }) => href)).toContain(homeOf(role));
  },
);

it('gives each page a key of its own', () => {
  const keys = staffPages.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
