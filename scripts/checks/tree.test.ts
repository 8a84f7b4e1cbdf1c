import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';

const text = readFileSync(`${projectRoot}/ARCHITECTURE.md`, 'utf8');
const [, tree = ''] = /## The tree\n+```\n([\s\S]*?)```/.exec(text) ?? [];
const drawn = new Set([...tree.matchAll(/([\w-]+)\//g)].map(([, name = '']) => name));

/** Folders whose own folders are all drawn. */
const open = [
  'packages',
  'bot/src',
  'web',
  'web/server',
  'packages/store/src',
  'packages/ui/src/live',
];

function foldersIn(pattern: string): string[] {
  return globSync(pattern, { cwd: projectRoot, withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !/node_modules|^\.|^(test-support|dist)$/.test(entry.name),
    )
    .map(({ name }) => basename(name));
}

it('draws every folder of the wings', () => {
  const missing = open.flatMap((folder) =>
    foldersIn(`${folder}/*`).filter((name) => !drawn.has(name)),
  );
  expect(missing).toEqual([]);
});

it('draws no folder that is gone', () => {
  const depths = ['*', '*/*', '{packages,bot,web}/*/*', '{packages,bot}/*/*/*', 'packages/*/*/*/*'];
  const there = new Set(depths.flatMap(foldersIn));
  expect([...drawn].filter((name) => !there.has(name))).toEqual([]);
});
