import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { type BundleSize, bundleSizes, everyExport, oneExport } from './bundle-size.ts';
import { printFigure } from './timed.ts';

const dist = `${projectRoot}/packages/ui/dist`;
const main = `${dist}/index.js`;
const live = `${dist}/live.js`;
/** Entries of their own, for pages that not every app has, and how much each may be alone. */
const ofTheirOwn = {
  figures: 15_000,
  sessions: 15_000,
  supervision: 15_000,
  wall: 15_000,
  'wrap-up': 15_000,
  replay: 45_000,
};
const limits = { componentBytes: 15_000, wholeBytes: 64_000 };
const components = await componentsOf(main);
const ofSessions = await componentsOf(`${dist}/sessions.js`);
const workDir = inject('workDir');
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB gz`;

it('knows the components', () => {
  expect(components.length).toBeGreaterThan(30);
});

it('keeps every component alone below 15 kB', async () => {
  const sizes = await bundleSizes(
    [
      ...components.map((name) => oneExport(main, name)),
      ...ofSessions.map((name) => oneExport(`${dist}/sessions.js`, name)),
    ],
    workDir,
  );
  const lines = sizes.map(({ name, gzippedBytes }) => `${name} ${kilobytes(gzippedBytes)}`);
  printFigure(`biggest of ${sizes.length} components alone: ${lines.slice(0, 8).join(', ')}`);
  expect(sizes).toHaveLength(components.length + ofSessions.length);
  expect(sizes.filter(({ gzippedBytes }) => gzippedBytes > limits.componentBytes)).toEqual([]);
});

it('keeps each entry of its own small', async () => {
  const sizes = await bundleSizes(
    Object.keys(ofTheirOwn).map((name) => everyExport(name, [`${dist}/${name}.js`])),
    workDir,
  );
  for (const { name, gzippedBytes } of sizes) {
    printFigure(`@agent/ui/${name}: ${kilobytes(gzippedBytes)}`);
    expect(gzippedBytes, name).toBeLessThanOrEqual(ofTheirOwn[name as keyof typeof ofTheirOwn]);
  }
});

describe('everything, without React and LiveKit', async () => {
  const sizes = await bundleSizes(
    [
      everyExport('both entries', [main, live]),
      everyExport('@agent/ui', [main]),
      everyExport('@agent/ui/live', [live]),
    ],
    workDir,
  );
  const sizeOf = (name: string) => sizes.find((size) => size.name === name) as BundleSize;
  const packagesIn = (name: string) =>
    sizeOf(name).dependencies.map((entry) => entry.split(' ')[0]);

  it('is below 64 kB with both entries together', () => {
    for (const { name, gzippedBytes, dependencies } of sizes) {
      printFigure(`${name}: ${kilobytes(gzippedBytes)} (${dependencies.join(', ')})`);
    }
    expect(sizeOf('both entries').gzippedBytes).toBeLessThanOrEqual(limits.wholeBytes);
    expect(sizeOf('both entries').gzippedBytes).toBeGreaterThan(sizeOf('@agent/ui').gzippedBytes);
    expect(sizeOf('@agent/ui').gzippedBytes).toBeGreaterThan(limits.componentBytes);
  });

  it('has neither zod nor LiveKit in it, and with the hooks of others valibot alone', () => {
    expect(packagesIn('@agent/ui')).toContain('lucide-react');
    expect(packagesIn('both entries').join()).not.toMatch(/zod|livekit/);
    expect(packagesIn('@agent/ui')).not.toContain('valibot');
    expect(packagesIn('@agent/ui/live')).toEqual(['valibot']);
  });
});

it('keeps each part of the replay below 15 kB until a waveform is drawn, whose code comes then', async () => {
  const replay = `${dist}/replay.js`;
  const names = await componentsOf(replay);
  const sizes = await bundleSizes(
    names.map((name) => oneExport(replay, name)),
    workDir,
    ['wavesurfer.js'],
  );
  const lines = sizes.map(({ name, gzippedBytes }) => `${name} ${kilobytes(gzippedBytes)}`);
  printFigure(`@agent/ui/replay alone: ${lines.join(', ')}`);
  expect(sizes).toHaveLength(names.length);
  expect(sizes.filter(({ gzippedBytes }) => gzippedBytes > limits.componentBytes)).toEqual([]);
});

it('says how much the styles are', () => {
  const styles = gzipSync(readFileSync(`${dist}/styles.css`), { level: 9 }).length;
  printFigure(`@agent/ui/styles.css: ${kilobytes(styles)}`);
  expect(styles).toBeGreaterThan(0);
});

async function componentsOf(entry: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(entry);
  return Object.keys(exported).filter((name) => /^[A-Z]+[a-z]/.test(name));
}
