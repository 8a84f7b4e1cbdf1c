import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { createCounter, installPackages } from './install-packages.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets `npx` be a script that says these lines. */
function installSaying(lines: readonly string[], code: number) {
  const said = lines.map((line) => `echo '${line}'`).join('\n');
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${said}\nexit ${code}\n`);
  chmodSync(join(folder, 'npx'), 0o755);
  const told: string[] = [];
  const env = { PATH: `${folder}:${process.env.PATH}` };
  const report = (line: string) => void told.push(line);
  return { told, failure: installPackages({ root: projectRoot, env, report }) };
}

it('says nothing of warnings when all went well', async () => {
  const warning = '{"name":"pnpm","level":"warn","message":"Unsupported engine"}';
  const { failure, told } = installSaying([warning], 0);
  expect(await failure).toBeUndefined();
  expect(told.join('')).toBe('');
});

it('says what went wrong, and what the command printed, when it failed', async () => {
  const error = '{"name":"pnpm","level":"error","err":{"message":"No space left on device"}}';
  const script = '{"name":"pnpm:lifecycle","level":"debug","line":"node: cannot run"}';
  const { failure } = installSaying([script, error, 'npm error network'], 3);
  expect(await failure).toBe(
    'node: cannot run\nNo space left on device\nnpm error network\npnpm install failed (code 3).',
  );
});

it('counts what is in place, of what this machine needs', () => {
  const count = createCounter(4);
  count({ name: 'pnpm:skipped-optional-dependency' });
  expect(count({ name: 'pnpm:progress', status: 'fetched' })).toBe('1 of 3 fetched');
  expect(count({ name: 'pnpm:progress', status: 'imported' })).toBe('1 of 3');
  count({ name: 'pnpm:progress', status: 'imported' });
  expect(count({ name: 'pnpm:progress', status: 'imported' })).toBe('unpacking Node');
});
