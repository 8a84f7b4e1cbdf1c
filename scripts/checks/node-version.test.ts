import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../project.ts';

const read = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8');
const { nodeVersion } = z
  .object({ nodeVersion: z.string() })
  .parse(parse(read('pnpm-workspace.yaml')));

it('holds packages against the Node that is installed for them', () => {
  expect(read('pnpm-lock.yaml')).toContain(`\n  node@${nodeVersion}:\n`);
});

it.each(['bot', 'web', 'scripts', 'packages/whisper'])('runs %s in the same Node', (part) => {
  const images = [...read(`${part}/Dockerfile`).matchAll(/^FROM (node:\S+)/gm)];
  expect(images.length).toBeGreaterThan(0);
  for (const [, image] of images) expect(image).toMatch(new RegExp(`^node:${nodeVersion}-`));
});
