import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRunningStack } from './running-stack.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stack-'));
  path = join(dir, 'stack.json');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const stack = (pid: number) => ({
  urls: {
    web: 'http://localhost:3000',
    livekit: 'ws://localhost:7880',
    database: 'postgres://localhost',
  },
  pids: { stack: pid },
});

describe('readRunningStack', () => {
  it('reads a stack whose process runs', async () => {
    await writeFile(path, JSON.stringify(stack(process.pid)));
    expect((await readRunningStack(path))?.urls.web).toBe('http://localhost:3000');
  });

  it('finds none without a file, in a broken file, or after a crash', async () => {
    expect(await readRunningStack(path)).toBeUndefined();
    await writeFile(path, '{');
    expect(await readRunningStack(path)).toBeUndefined();
    await writeFile(path, JSON.stringify(stack(4_194_304)));
    expect(await readRunningStack(path)).toBeUndefined();
  });
});
