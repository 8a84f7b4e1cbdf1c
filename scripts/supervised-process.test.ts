import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProcess } from './process-command.ts';
import { restartDelayMs, type SupervisedProcess, superviseProcess } from './supervised-process.ts';

const stayAlive = 'setInterval(() => {}, 1000);';
let folder: string;
const started: SupervisedProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervised-'));
});
afterEach(async () => {
  for (const process of started.splice(0)) await process.stop();
  rmSync(folder, { recursive: true });
});

function supervise(script: string, options = {}): SupervisedProcess {
  const spec = {
    name: 'child',
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: { PATH: process.env.PATH },
    logFile: join(folder, 'child.log'),
  };
  const supervised = superviseProcess(spec, { minRestartDelayMs: 10, ...options });
  started.push(supervised);
  return supervised;
}

function logOf({ logFile }: SupervisedProcess): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
}

async function until(condition: () => boolean): Promise<void> {
  await vi.waitUntil(condition, { timeout: 10_000, interval: 10 });
}

describe('a supervised process', () => {
  it('runs nothing before it is started', () => {
    expect(supervise(stayAlive)).toMatchObject({ phase: 'stopped', pid: undefined });
  });

  it('comes back with a new pid after it was killed', async () => {
    const child = supervise(stayAlive);
    child.start();
    const first = child.pid;
    child.kill('SIGKILL');
    await until(() => child.restarts === 1);
    expect(child.phase).toBe('running');
    expect(child.pid).not.toBe(first);
    expect(child.lastExit).toBe('SIGKILL');
  });

  it('stays down after it was stopped, and stopping twice is harmless', async () => {
    const child = supervise(stayAlive);
    child.start();
    const pid = child.pid ?? 0;
    await Promise.all([child.stop(), child.stop()]);
    await child.stop();
    expect(child).toMatchObject({ phase: 'stopped', pid: undefined, restarts: 0 });
    expect(findProcess(pid)).toBeUndefined();
  });

  it('can be started again after it was stopped', async () => {
    const child = supervise(stayAlive);
    child.start();
    await child.stop();
    child.start();
    expect(child.phase).toBe('running');
  });

  it('does not come back when it is stopped while waiting for its restart', async () => {
    const child = supervise('process.exit(3)', { minRestartDelayMs: 200 });
    child.start();
    await until(() => child.phase === 'waiting');
    await child.stop();
    await sleep(300);
    expect(child).toMatchObject({ phase: 'stopped', restarts: 0, lastExit: 'code 3' });
  });

  it('is killed when it ignores the request to end', async () => {
    const child = supervise(`process.on('SIGTERM', () => {}); console.log('up'); ${stayAlive}`, {
      killAfterMs: 100,
    });
    child.start();
    await until(() => logOf(child).includes('up'));
    await child.stop();
    expect(child.lastExit).toBe('SIGKILL');
  });

  it('takes its descendants with it', async () => {
    const child = supervise(
      `const { spawn } = require('node:child_process');
       console.log('pid=' + spawn(process.execPath, ['-e', '${stayAlive}']).pid + ';'); ${stayAlive}`,
    );
    child.start();
    const pidOf = () => /pid=(\d+);/.exec(logOf(child))?.[1];
    await until(() => pidOf() !== undefined);
    await child.stop();
    await until(() => findProcess(Number(pidOf())) === undefined);
  });

  it('waits to be restarted when its program does not exist', async () => {
    const child = superviseProcess(
      {
        ...{ name: 'missing', command: join(folder, 'missing'), args: [], cwd: folder, env: {} },
        logFile: join(folder, 'missing.log'),
      },
      { minRestartDelayMs: 60_000 },
    );
    started.push(child);
    child.start();
    await until(() => child.phase === 'waiting');
    expect(child.lastExit).toMatch(/ENOENT/);
  });
});

it('doubles the delay before each further restart up to a limit', () => {
  const options = { minRestartDelayMs: 500, maxRestartDelayMs: 3000 };
  const delays = [0, 1, 2, 3, 20].map((attempt) => restartDelayMs(attempt, options));
  expect(delays).toEqual([500, 1000, 2000, 3000, 3000]);
});
