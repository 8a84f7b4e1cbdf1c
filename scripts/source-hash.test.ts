import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceHash } from './source-hash.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'source-hash-'));
  mkdirSync(join(root, 'web/app'), { recursive: true });
  write('web/app/page.tsx', 'one');
  write('lock.yaml', 'lock');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const hash = () => sourceHash(root, ['web', 'lock.yaml'], 'v24');

it('stays the same while nothing changes', () => {
  expect(hash()).toBe(hash());
});

it.each(['web/app/page.tsx', 'web/app/added.tsx', 'lock.yaml'])('changes with %s', (path) => {
  const before = hash();
  write(path, 'two');
  expect(hash()).not.toBe(before);
});

it('changes with the version of Node', () => {
  expect(sourceHash(root, ['web'], 'v25')).not.toBe(sourceHash(root, ['web'], 'v24'));
});

it('changes when two files swap their contents', () => {
  write('web/a.ts', 'x');
  write('web/b.ts', 'y');
  const before = hash();
  write('web/a.ts', 'y');
  write('web/b.ts', 'x');
  expect(hash()).not.toBe(before);
});

it('does not care about tests and build output', () => {
  const before = hash();
  mkdirSync(join(root, 'web/.next'));
  write('web/.next/out.js', 'built');
  write('web/app/page.test.tsx', 'test');
  expect(hash()).toBe(before);
});
