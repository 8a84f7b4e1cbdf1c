import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password is hashed with argon2id at the agreed cost and salted', async () => {
  const [one, two] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test('only the right password matches', async () => {
  const hash = await hashPassword('secret');
  expect(await verifyPassword(hash, 'secret')).toBe(true);
  expect(await verifyPassword(hash, 'Secret')).toBe(false);
});

test('nobody signs in to an account that does not exist', async () => {
  expect(await verifyPassword(undefined, 'secret')).toBe(false);
  expect(await verifyPassword(undefined, '')).toBe(false);
});
