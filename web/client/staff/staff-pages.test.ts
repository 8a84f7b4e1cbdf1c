import { type Role, roleSchema } from '@agent/protocol';
import { expect, it } from 'vitest';
import { homeOf, staffPagesOf } from './staff-pages.ts';

it.each(roleSchema.options)(
  'lands a person of the role %s on a page that the role may open',
  (role) => {
    expect(staffPagesOf(role).map(({ href }) => href)).toContain(homeOf(role));
  },
);

it.each(roleSchema.options)('gives each page of the role %s a key of its own', (role) => {
  const keys = staffPagesOf(role).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

it('names the figures by whose they are', () => {
  const figuresOf = (role: Role) => staffPagesOf(role).find(({ key }) => key === 'F')?.href;
  expect(figuresOf('agent')).toBe('/agent/me');
  expect(figuresOf('supervisor')).toBe('/dashboard');
  expect(figuresOf('admin')).toBe('/dashboard');
});
