import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { bundleSizes } from './bundle-size.ts';
import { printFigure } from './timed.ts';

const dist = `${projectRoot}/packages/ui/dist`;
const limits = { componentBytes: 15_000, mainEntryBytes: 60_000 };
const exported: Record<string, unknown> = await import(`${dist}/index.js`);
const components = Object.keys(exported).filter((name) => /^[A-Z]+[a-z]/.test(name));
const workDir = inject('workDir');
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB gz`;

it('knows the components', () => {
  expect(components.length).toBeGreaterThan(30);
});

it('keeps every component alone below 15 kB', async () => {
  const sizes = await bundleSizes(`${dist}/index.js`, components, workDir);
  const lines = sizes.map(({ name, gzippedBytes }) => `${name} ${kilobytes(gzippedBytes)}`);
  printFigure(`biggest of ${sizes.length} components alone: ${lines.slice(0, 8).join(', ')}`);
  expect(sizes).toHaveLength(components.length);
  expect(sizes.filter(({ gzippedBytes }) => gzippedBytes > limits.componentBytes)).toEqual([]);
});

it('keeps the whole main entry below 60 kB, without zod and LiveKit', async () => {
  const [whole] = await bundleSizes(`${dist}/index.js`, ['*'], workDir);
  const dependencies = whole?.dependencies ?? [];
  printFigure(`@agent/ui: ${kilobytes(whole?.gzippedBytes ?? 0)} (${dependencies.join(', ')})`);
  expect(whole?.gzippedBytes).toBeLessThanOrEqual(limits.mainEntryBytes);
  expect(whole?.gzippedBytes).toBeGreaterThan(limits.componentBytes);
  expect(dependencies.join()).toContain('lucide-react');
  expect(dependencies.join()).not.toMatch(/zod|livekit/);
});

it('leaves react and LiveKit to the app in the live entry, too', async () => {
  const [live] = await bundleSizes(`${dist}/live.js`, ['*'], workDir);
  const dependencies = live?.dependencies ?? [];
  const styles = gzipSync(readFileSync(`${dist}/styles.css`), { level: 9 }).length;
  printFigure(`@agent/ui/live: ${kilobytes(live?.gzippedBytes ?? 0)} (${dependencies.join(', ')})`);
  printFigure(`@agent/ui/styles.css: ${kilobytes(styles)}`);
  expect(dependencies.map((entry) => entry.split(' ')[0])).toEqual(['zod']);
});
