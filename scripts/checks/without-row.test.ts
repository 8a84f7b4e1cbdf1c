import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../project.ts';
import { rowsWithoutPlace, withoutRow } from './without-row.ts';

/** A project that has these files and nothing else. */
function projectWith(files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'without-row-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

it('gives every package and folder its row, and every row its place', () => {
  expect(withoutRow(projectRoot)).toEqual([]);
  expect(rowsWithoutPlace(projectRoot)).toEqual([]);
});

it.each([
  ['packages/faxes/package.json', 'packages/faxes'],
  ['supervisor/package.json', 'supervisor'],
  ['bot/src/faxes/fax.ts', 'bot/src/faxes'],
  ['web/server/faxes/daily/fax.ts', 'web/server/faxes'],
  ['web/client/faxes/use-faxes.tsx', 'web/client/faxes'],
  ['web/shared/names.ts', 'web/shared'],
  ['packages/store/src/faxes/faxes.ts', 'packages/store/src/faxes'],
])('finds that %s has none', (file, place) => {
  expect(withoutRow(projectWith([file]))).toContain(place);
});

it('asks for none where tests have their helpers, or where there is one', () => {
  const files = ['bot/src/test-support/a.ts', 'bot/src/vad/b.ts', 'packages/ui/package.json'];
  expect(withoutRow(projectWith(files))).toEqual([]);
});

it('finds a row whose folder is gone', () => {
  expect(rowsWithoutPlace(projectWith(['bot/src/vad/b.ts']))).toContain('bot/src/audio');
});
