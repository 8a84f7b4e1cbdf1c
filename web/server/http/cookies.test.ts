import { expect, it } from 'vitest';
import { countedCookie } from './cookies.ts';

it('lets a cookie end after a time instead of at a date, and leaves others alone', () => {
  const dated =
    'session=abc; Path=/; Expires=Sun, 29 Nov 2026 21:00:00 GMT; HttpOnly; SameSite=Lax';
  expect(countedCookie(dated, 1800)).toBe(
    'session=abc; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax',
  );
  for (const other of ['csrf=abc; Path=/; HttpOnly', 'session=; Max-Age=0; Path=/']) {
    expect(countedCookie(other, 1800)).toBe(other);
  }
});
