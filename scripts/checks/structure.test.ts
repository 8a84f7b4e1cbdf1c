import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';

const parts = '{packages/*/src,bot/src,web,demo/src,bench/src,scripts,e2e}';
const generated = /node_modules|\.next|storybook-static|dist\/|next-env/;
const notShipped =
  /\.(test|stories)\.tsx?$|\.config\.ts$|\.storybook\/|\/(stories|test-support)\/|^e2e\//;
const sources = globSync(`${parts}/**/*.{ts,tsx}`, { cwd: projectRoot })
  .filter((file) => !generated.test(file) && !notShipped.test(file))
  .map((file) => ({ file, lines: readFileSync(`${projectRoot}/${file}`, 'utf8').split('\n') }));

function filesWith(pattern: RegExp, exempt: RegExp): string[] {
  const isFound = (line: string) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line);
  return sources
    .filter(({ file, lines }) => !exempt.test(file) && lines.some(isFound))
    .map(({ file }) => file);
}

it('finds the sources', () => {
  expect(sources.length).toBeGreaterThan(100);
});

it('reads the environment in one place', () => {
  const places = [
    'packages/process/src/read-env.ts',
    // Fills `.env` in below it; sets what rtc-node reads.
    ...['scripts/env.ts', 'demo/src/quiet-media.ts'],
    // Next asks for its runtime by a variable, at build time, in this file.
    'web/instrumentation.ts',
  ];
  const found = filesWith(/process\.env\b/, /^$/);
  expect(found.toSorted()).toEqual(places.toSorted());
});

it('writes no line through the console', () => {
  expect(filesWith(/\bconsole\.\w+\(/, /^$/).join('\n')).toBe('');
});

it('tells errors of the server by name or fields, as Next bundles each class more than once', () => {
  const byClass = /\binstanceof (?!(Error|SyntaxError|TypeError|URIError|ReadableStream)\b)/;
  const elsewhere = /^(?!web\/server\/|packages\/store\/)/;
  expect(filesWith(byClass, elsewhere).join('\n')).toBe('');
});

it('names what a part gets instead of handing on all that it got itself', () => {
  const handedOn = /(\{ |^\s+)\.\.\.(options|deps|dependencies|services)\b(?!\.env|.*\])/;
  expect(filesWith(handedOn, /^$/).join('\n')).toBe('');
});

it('leaves no note for later', () => {
  expect(filesWith(/\b(TODO|FIXME|XXX)\b/, /structure\.test/).join('\n')).toBe('');
});

it('keeps every file readable at one sitting', () => {
  const long = sources.filter(({ lines }) => lines.length > 350).map(({ file }) => file);
  expect(long).toEqual([]);
});
