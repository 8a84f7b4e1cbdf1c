import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildLivekit, livekitIn, needsLivekitBuild, progressOf } from './livekit-build.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livekit-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets `go` be a script; it finds its output folder in GOBIN. */
function go(script: string) {
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/go'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'bin/go'), 0o755);
}
function build(report: (detail: string) => void = () => undefined) {
  const environment = { HOME: folder, PATH: `${folder}/bin:${process.env.PATH}` };
  return buildLivekit({ dataDir: join(folder, 'data'), environment, report });
}
const cache = () => join(folder, '.cache/call-centre-assistant');

it('builds once when two ask, and tells both how far it is', async () => {
  go(`echo built >> ${folder}/runs; echo github.com/a/b; sleep 1; echo x > "$GOBIN/server"`);
  const told: string[][] = [[], []];
  const both = [0, 1].map((index) => build((detail) => void told[index]?.push(detail)));
  expect(await Promise.all(both)).toEqual([livekitIn(cache()), livekitIn(cache())]);
  for (const lines of told) expect(lines.at(-1)).toMatch(/1 of about \d+ packages compiled/);
  expect(await build()).toBe(livekitIn(cache()));
  expect(existsSync(`${livekitIn(cache())}.building`)).toBe(false);
});

it('builds when the process that was at it is gone', async () => {
  go('echo x > "$GOBIN/server"');
  mkdirSync(cache(), { recursive: true });
  writeFileSync(`${livekitIn(cache())}.building`, '999999999');
  expect(await build()).toBe(livekitIn(cache()));
});

it('says what Go said when it fails, and can be tried again', async () => {
  go('echo "go: no network" >&2; exit 1');
  await expect(build()).rejects.toThrow(/code 1.*go: no network/);
  await expect(build()).rejects.toThrow(/no network/);
});

it('tells how far Go is by what it writes', () => {
  const log = join(folder, 'log');
  expect(progressOf(log)).toBe('looking for its parts');
  writeFileSync(log, 'go: downloading a v1\ngo: downloading b v1\n');
  expect(progressOf(log)).toBe('2 parts fetched');
  writeFileSync(log, 'go: downloading a v1\nruntime\nfmt\n');
  expect(progressOf(log)).toMatch(/^2 of about/);
  writeFileSync(log, 'fmt\n'.repeat(2000));
  expect(progressOf(log)).toBe('linking');
});

it('is needed only when there is no server of any kind', () => {
  const environment = { HOME: folder, PATH: '' };
  expect(needsLivekitBuild(folder, environment)).toBe(true);
  expect(needsLivekitBuild(folder, { ...environment, LIVEKIT_URL: 'ws://there' })).toBe(false);
  expect(needsLivekitBuild(folder, { ...environment, LIVEKIT_SERVER_BIN: '/x' })).toBe(false);
  mkdirSync(cache(), { recursive: true });
  writeFileSync(livekitIn(cache()), '');
  expect(needsLivekitBuild(folder, environment)).toBe(false);
});
