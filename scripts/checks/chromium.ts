import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../env.ts';
import { runCommand } from '../run-command.ts';
import { findOnPath } from '../services/livekit-binary.ts';
import { StackError } from '../stack-error.ts';

/** Where a Chromium is looked for. */
export interface ChromiumOptions {
  environment: Environment;
  report: (line: string) => void;
  signal?: AbortSignal;
}

const commandNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, one on PATH, one that Playwright downloaded, else Debian's, which
 * is installed when this process may do so.
 */
export async function chromiumPath(options: ChromiumOptions): Promise<string> {
  const { environment } = options;
  const found = findChromium(environment);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findOnPath('apt-get', environment.PATH) !== undefined) {
    await installWithApt(options);
  }
  const installed = findChromium(environment);
  if (installed !== undefined) return installed;
  throw StackError.toolMissing(
    'The browser tests need Chromium: install it (Debian: sudo apt-get install chromium), run ' +
      '"npx playwright install chromium", or set CHROMIUM_PATH',
  );
}

/** A Chromium that is there already. */
export function findChromium(environment: Environment): string | undefined {
  const given = environment.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw StackError.badEnvironment(`CHROMIUM_PATH names ${given}, which does not exist`);
  }
  const onPath = commandNames.map((name) => findOnPath(name, environment.PATH));
  return onPath.find((file) => file !== undefined) ?? downloadedByPlaywright(environment);
}

const playwrightPrograms = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

function downloadedByPlaywright(environment: Environment): string | undefined {
  const home = environment.HOME || homedir();
  const caches = [
    environment.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
  ].filter((folder) => folder !== '' && existsSync(folder));
  return caches
    .flatMap((cache) => readdirSync(cache).map((name) => join(cache, name)))
    .filter((folder) => /chromium-\d+$/.test(folder))
    .flatMap((folder) => playwrightPrograms.map((program) => join(folder, program)))
    .find((file) => existsSync(file));
}

async function installWithApt({ environment, report, signal }: ChromiumOptions): Promise<void> {
  report('installing chromium with apt-get');
  const options = {
    cwd: '/',
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    onLine: report,
    ...(signal === undefined ? {} : { signal }),
  };
  await runCommand('apt-get', ['update'], options);
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}
