import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

describe('the server process', () => {
  it('gets ready and stops cleanly when asked to', async () => {
    const { child, output } = launch({ WHISPER_PORT: '0' });
    await expect.poll(() => output(), { timeout: 25_000 }).toContain('"msg":"ready"');
    child.kill('SIGTERM');
    expect(await exitCode(child)).toBe(0);
  });

  it('says in one line that its port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void blocker.close());
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { child, errors } = launch({ WHISPER_PORT: port });
    expect(await exitCode(child)).toBe(1);
    expect(errors()).toMatch(/^whisper: port \d+ is taken; .*\n$/);
  });

  it.each([
    [{ WHISPER_THREADS: 'many' }, /^whisper: WHISPER_THREADS: .*\n$/],
    [{ WHISPER_MODEL_DIR: '/nowhere' }, /^whisper: No model directory at \/nowhere\.\n$/],
  ])('says in one line what is wrong with %o', async (env, message) => {
    const { child, errors } = launch({ WHISPER_PORT: '0', ...env });
    expect(await exitCode(child)).toBe(1);
    expect(errors()).toMatch(message);
  });
});

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { NODE_ENV: 'test', LOG_LEVEL: 'info', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  return { child, output: () => output, errors: () => errors };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}
