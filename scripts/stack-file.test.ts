import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findProcess } from './process-command.ts';
import { claimDataDir } from './stack-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stack-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stackFile = () => join(folder, 'stack.json');
const describe = (pids: object) => writeFileSync(stackFile(), JSON.stringify({ pids }));
const claim = () => claimDataDir(folder, '/not/this/project');
const longGone = 2 ** 22 + 1;

/** A process whose command line names the data folder, or does not. */
function start(argument: string): number {
  const args = ['-e', 'setInterval(() => {}, 1000)', argument];
  const child = spawn(process.execPath, args, { detached: true, stdio: 'ignore' });
  child.unref();
  return child.pid ?? 0;
}

it('takes a folder that nobody has used', () => {
  expect(claim).not.toThrow();
});

it('refuses a folder in which a stack runs', () => {
  const pid = start(folder);
  describe({ stack: pid });
  expect(claim).toThrow(/a stack runs in .* already/);
  process.kill(pid, 'SIGKILL');
});

it('ends what a killed stack left behind', async () => {
  const pid = start(folder);
  describe({ stack: longGone, bot: pid });
  claim();
  await vi.waitUntil(() => findProcess(pid) === undefined, { timeout: 5000 });
  expect(existsSync(stackFile())).toBe(false);
});

it('spares a process that got the pid since', () => {
  const pid = start('/somewhere/else');
  describe({ stack: longGone, bot: pid });
  claim();
  expect(findProcess(pid)).toBeDefined();
  process.kill(pid, 'SIGKILL');
});

it('is not troubled by half a file', () => {
  writeFileSync(stackFile(), '{"pids":');
  expect(claim).not.toThrow();
});
