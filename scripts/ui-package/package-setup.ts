import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { processEnvironment } from '../env.ts';
import { projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';
import { timed } from './timed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm pack` made of the package. */
    tarball: string;
    /** Folder for whatever tests make, removed afterwards. */
    workDir: string;
  }
}

/** Builds and packs `@agent/ui` once for all tests of the package. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workDir = mkdtempSync(join(tmpdir(), 'ui-package-'));
  const packDir = join(workDir, 'packed');
  mkdirSync(packDir);
  await timed('build and pack', () =>
    runCommand('npm', ['pack', '--silent', '--pack-destination', packDir], {
      cwd: `${projectRoot}/packages/ui`,
      env: processEnvironment(),
    }),
  );
  const [file] = readdirSync(packDir);
  if (file === undefined) throw new Error('npm pack made no file');
  project.provide('tarball', join(packDir, file));
  project.provide('workDir', workDir);
  return () => rm(workDir, { recursive: true, force: true });
}
