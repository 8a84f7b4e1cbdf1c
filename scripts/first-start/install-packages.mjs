// @ts-check
import { readFileSync } from 'node:fs';
import { runLines } from './run-lines.mjs';

/** The package manager; the Dockerfiles name the same version. */
export const pnpm = 'pnpm@12.21.0';

/** Lines of what went wrong that are shown. */
const shownLines = 30;

/**
 * Installs what the lock file says and reports how far it is. Returns what pnpm said when it failed.
 * @param {{ root: string, env: Record<string, string | undefined>, report: (detail: string) => void,
 *   signal?: AbortSignal | undefined }} options
 * @returns {Promise<string | undefined>}
 */
export async function installPackages({ root, env, report, signal }) {
  const counter = createCounter(packagesIn(readFileSync(`${root}/pnpm-lock.yaml`, 'utf8')));
  /** @type {string[]} */
  const said = [];
  const { ok, outcome } = await runLines(
    'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=ndjson'],
    {
      cwd: root,
      env,
      signal,
      onLine(line) {
        const entry = parse(line);
        const text = entry === undefined ? line : problemIn(entry);
        if (text !== undefined) said.push(text);
        said.splice(0, said.length - shownLines);
        if (entry !== undefined) report(counter(entry));
      },
    },
  );
  if (ok) return undefined;
  return [...new Set(said), `pnpm install failed (${outcome}).`].join('\n');
}

/**
 * Counts what is in place, out of all that this machine needs.
 * @param {number} locked
 * @returns {(entry: Entry) => string}
 */
export function createCounter(locked) {
  let skipped = 0;
  let added = 0;
  let fetched = 0;
  return ({ name, status }) => {
    if (name === 'pnpm:skipped-optional-dependency') skipped += 1;
    if (name === 'pnpm:progress' && status === 'imported') added += 1;
    if (name === 'pnpm:progress' && status === 'fetched') fetched += 1;
    if (added === 0 && fetched === 0) return '';
    const all = Math.max(locked - skipped, added, fetched);
    if (added >= all) return 'unpacking Node';
    return fetched > added ? `${fetched} of ${all} fetched` : `${added} of ${all}`;
  };
}

/** @param {string} lockFile */
function packagesIn(lockFile) {
  const [, packages = ''] = /\npackages:\n([\s\S]*?)\n\w/.exec(lockFile) ?? [];
  return packages.match(/^ {2}\S.*:$/gm)?.length ?? 0;
}

/**
 * @typedef {{ name?: string, level?: string, status?: string, message?: unknown,
 *   err?: { message?: unknown }, line?: unknown, code?: unknown }} Entry
 */

/** @param {string} line @returns {Entry | undefined} */
function parse(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * What of an entry helps when the installation fails.
 * @param {Entry} entry
 */
function problemIn({ name, level, message, err, line }) {
  if (name === 'pnpm:lifecycle' && typeof line === 'string') return line;
  if (level !== 'error' && level !== 'warn') return undefined;
  const text = err?.message ?? message;
  return typeof text === 'string' ? text : undefined;
}
