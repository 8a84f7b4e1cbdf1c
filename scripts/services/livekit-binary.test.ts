import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { livekitBinary, livekitVersion, requireGo } from './livekit-binary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livekit-binary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}
const find = (environment: Record<string, string>) =>
  livekitBinary({
    dataDir: join(folder, 'data'),
    environment: { HOME: folder, ...environment },
    report: () => undefined,
  });

it('prefers the given server, then one on PATH, then one built before', async () => {
  const given = program('given/server');
  const onPath = program('bin/livekit-server');
  const built = program(`.cache/call-centre-assistant/livekit-server-${livekitVersion}`);
  const PATH = join(folder, 'bin');
  expect(await find({ LIVEKIT_SERVER_BIN: given, PATH })).toBe(given);
  expect(await find({ PATH })).toBe(onPath);
  expect(await find({ PATH: '' })).toBe(built);
});

it('refuses a given server that cannot be run', async () => {
  const LIVEKIT_SERVER_BIN = join(folder, 'missing');
  await expect(find({ LIVEKIT_SERVER_BIN })).rejects.toThrow(/LIVEKIT_SERVER_BIN names .*missing/);
});

it('names the ways out when there is no Go', async () => {
  await expect(find({ PATH: folder })).rejects.toThrow(
    /Go is not installed.*go\.dev.*LIVEKIT_SERVER_BIN.*LIVEKIT_URL.*docker/,
  );
});

it.each(['go1.19.8', 'go1.25.4', undefined])('does not build with %s', (version) => {
  expect(() => requireGo(version)).toThrow(/LiveKit is built with Go 1\.26 or newer/);
});

it.each(['go1.26.8', 'go1.27rc1', 'go2.0'])('builds with %s', (version) => {
  expect(() => requireGo(version)).not.toThrow();
});
