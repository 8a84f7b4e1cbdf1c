import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoUsers, givenUsers } from './demo-users.ts';
import { scriptsEnvSchema } from './env-schema.ts';
import { loadSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes secrets up once and keeps them', () => {
  const first = loadSecrets(folder);
  expect(loadSecrets(folder)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
});

it('keeps them where only their owner can read', () => {
  loadSecrets(folder);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('adds a secret that an older version did not have, and changes no other', () => {
  const { adminPassword, ...older } = loadSecrets(folder);
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(older));
  const now = loadSecrets(folder);
  expect(now).toMatchObject(older);
  expect(now.adminPassword).not.toBe(adminPassword);
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(now);
});

it('prefers a password of the environment to the generated one', () => {
  const secrets = loadSecrets(folder);
  const settings = scriptsEnvSchema.parse({ DEMO_ADMIN_PASSWORD: 'correct horse battery' });
  const passwords = demoUsers(settings, secrets).map(({ password }) => password);
  expect(passwords.at(-1)).toBe('correct horse battery');
  expect(passwords[0]).toBe(secrets.agentPassword);
  expect(givenUsers(settings).map(({ username }) => username)).toEqual(['admin']);
});
