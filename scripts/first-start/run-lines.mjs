// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a command and gives its lines, of both outputs, to `onLine`. Resolves with how it ended, also
 * when it could not be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, onLine: (line: string) => void,
 *   signal?: AbortSignal | undefined }} options
 * @returns {Promise<{ ok: boolean, outcome: string }>}
 */
export async function runLines(command, args, { cwd, env, onLine, signal }) {
  const variables = /** @type {NodeJS.ProcessEnv} */ (env);
  const child = spawn(command, args, { cwd, env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => void child.kill('SIGTERM');
  signal?.addEventListener('abort', kill, { once: true });
  if (signal?.aborted) kill();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') onLine(line);
    });
  }
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve({ ok: false, outcome: error.message }));
      child.once('close', (code, by) => {
        resolve({ ok: code === 0, outcome: by === null ? `code ${code}` : by });
      });
    });
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}
