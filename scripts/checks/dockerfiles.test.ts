import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../project.ts';

const manifestSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const read = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8');
const members = new Map(
  globSync('{packages/*,*}/package.json', { cwd: projectRoot }).map((file) => {
    const { name, dependencies } = manifestSchema.parse(JSON.parse(read(file)));
    return [name, { folder: dirname(file), dependencies: Object.keys(dependencies) }];
  }),
);

/** The folders of ours that a part needs at run time, its own among them. */
function foldersOf(name: string, found = new Set<string>()): Set<string> {
  const member = members.get(name);
  if (!member || found.has(member.folder)) return found;
  found.add(member.folder);
  for (const dependency of member.dependencies) foldersOf(dependency, found);
  return found;
}

describe.each([
  ['@agent/bot', 'bot'],
  ['@agent/web', 'web'],
  ['@agent/scripts', 'scripts'],
  ['@agent/whisper', 'packages/whisper'],
])('the image of %s', (name, folder) => {
  const dockerfile = read(`${folder}/Dockerfile`);
  const needed = [...foldersOf(name)];

  it('gets every package of ours that it needs', () => {
    expect(needed).toContain('packages/process');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(\S+) /gm)].map(([, path]) => path);
    const missing = needed.filter((path) => !copied.includes(path) && !copied.includes('.'));
    expect(missing).toEqual([]);
  });

  it('is not kept from any by its .dockerignore', () => {
    const file = `${folder}/Dockerfile.dockerignore`;
    if (!existsSync(`${projectRoot}/${file}`)) return;
    const lines = read(file).split('\n');
    expect(needed.filter((path) => !lines.includes(`!${path}`))).toEqual([]);
  });
});
