import { expect, test } from 'vitest';
import { databaseUrl } from './database-url.ts';

test.each(['a/b+c==', 'p@ss:w?rd#1', '100%25 sure', 'it\'s "quoted" \\ ü'])(
  'keeps the password %s whole',
  (password) => {
    const url = new URL(databaseUrl('postgres://web@db:5432/calls?sslmode=disable', password));
    expect(decodeURIComponent(url.password)).toBe(password);
    expect(url).toMatchObject({ username: 'web', host: 'db:5432', pathname: '/calls' });
    expect(url.search).toBe('?sslmode=disable');
  },
);

test.each([undefined, ''])(
  'leaves an address alone that has its password in it (%s)',
  (password) => {
    const address = 'postgres://web:secret@db/calls';
    expect(databaseUrl(address, password)).toBe(address);
  },
);
