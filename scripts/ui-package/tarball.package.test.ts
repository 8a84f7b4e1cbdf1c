import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, it } from 'vitest';
import { processEnvironment } from '../env.ts';
import { projectBin, projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';
import { foreignSelectors } from './foreign-selectors.ts';
import { printFigure } from './timed.ts';

const tarball = inject('tarball');
const manifest = JSON.parse(packed('package.json'));
const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file) => file.replace(/^package\//, ''));
const run = (command: string, args: readonly string[], folder = projectRoot) =>
  runCommand(command, args, { cwd: folder, env: processEnvironment() });

function packed(file: string): string {
  return execFileSync('tar', ['xzOf', tarball, `package/${file}`], { encoding: 'utf8' });
}

it('has nothing that publint would change', async () => {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ strict: true, pack: { tarball: buffer } });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

it('has types for everyone who imports ES modules', async () => {
  const attw = projectBin('attw', 'scripts');
  await run(attw, [tarball, '--profile', 'esm-only']);
});

it('holds built modules, types, one style sheet, README with its pictures and licence, and nothing else', () => {
  const others = files.filter((file) => !/^dist\/(?!node_modules\/).+\.(js|d\.ts)$/.test(file));
  const shown = [...packed('README.md').matchAll(/src="(pictures\/[^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(shown.length).toBeGreaterThan(40);
  expect(others.sort()).toEqual(
    ['LICENSE', 'README.md', 'dist/styles.css', 'package.json', ...new Set(shown)].sort(),
  );
  expect(files.filter((file) => /\.(test|stories)\.|testing\/|stories\//.test(file))).toEqual([]);
  printFigure(
    `${files.length} files, ${Math.round(readFileSync(tarball).length / 1024)} kB packed`,
  );
});

it('points to source maps nowhere', () => {
  const text = execFileSync('tar', ['xzOf', tarball], { encoding: 'utf8', maxBuffer: 1e8 });
  expect(text).not.toContain('sourceMappingURL');
});

it('marks its hooks for React server components', () => {
  expect(packed('dist/transcript/transcript.js')).toMatch(/^"use client";/);
  expect(packed('dist/live/room/use-audio-call.js')).toMatch(/^"use client";/);
});

it('takes nothing from the registry that is ours alone', () => {
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
  expect(Object.keys(needed).filter((name) => name.startsWith('@agent/'))).toEqual([]);
  expect(Object.values(needed).filter((range) => String(range).startsWith('workspace:'))).toEqual(
    [],
  );
});

it('styles no element but its own', () => {
  const css = packed('dist/styles.css');
  expect(css).toContain('.aui-button');
  expect(foreignSelectors(css)).toEqual([]);
});

it('orders its layers so that Tailwind resets below it and utilities win above it', () => {
  const css = packed('dist/styles.css');
  const order = [...css.matchAll(/@layer ([\w, -]+)[;{]/g)].flatMap(([, names]) =>
    (names ?? '').split(','),
  );
  expect([...new Set(order.map((name) => name.trim()))]).toEqual([
    ...['agent-ui-page', 'theme', 'base', 'agent-ui', 'components', 'utilities'],
  ]);
});

it('would be published, and to everybody', async () => {
  const output = await run('npm', [
    'publish',
    tarball,
    '--dry-run',
    '--ignore-scripts',
    '--loglevel',
    'notice',
  ]);
  expect(output).toContain(`+ ${manifest.name}@${manifest.version}`);
  expect(manifest).toMatchObject({ publishConfig: { access: 'public' }, license: 'MIT' });
  expect(manifest.private).toBeUndefined();
  printFigure(`npm publish --dry-run: ${manifest.name}@${manifest.version}`);
});
