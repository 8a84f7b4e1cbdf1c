import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { quotedIn, rowsUnder } from './documents.ts';

interface ImportRule {
  name: string;
  from: { path?: string };
  to: { pathNot?: string | string[] };
}

const { default: config } = await import(`${projectRoot}/.dependency-cruiser.js`);

/** What each part may import by the rules: "bot" → "calls, protocol". */
function byRules(): Map<string, string> {
  const rules = (config.forbidden as ImportRule[]).filter(
    ({ name }) => name.endsWith('-imports') && !name.endsWith('-test-imports'),
  );
  return new Map(
    rules.map(({ from, to }) => {
      const [part = ''] = partsIn(from.path);
      const others = partsIn([to.pathNot ?? ''].flat().join('|')).filter((each) => each !== part);
      return [part, wordsFor(others)];
    }),
  );
}

/** The parts of a pattern such as `^packages/calls/|^bot/`. */
function partsIn(pattern = ''): string[] {
  return pattern.split('|').map((path) => path.replace(/^\^/, '').replace(/\/$/, ''));
}

function wordsFor(parts: readonly string[]): string {
  const names = parts.map((part) => part.replace('packages/', '')).sort();
  return names.length === 0 ? 'nothing of ours' : names.join(', ');
}

/** The same by the table of ARCHITECTURE.md; the tools, in one row, may import all. */
function byTable(): Map<string, string> {
  const text = readFileSync(`${projectRoot}/ARCHITECTURE.md`, 'utf8');
  const rows = rowsUnder(text, ['Package', 'Is', 'May import']);
  return new Map(
    rows
      .map(([part = '', , others = '']) => [quotedIn(part), others.split(', ').sort().join(', ')])
      .flatMap(([parts = [], others = '']) =>
        parts.length === 1 ? [[parts[0] ?? '', String(others)] as const] : [],
      ),
  );
}

it('ARCHITECTURE.md says who may import whom as the rules do', () => {
  const table = byTable();
  expect(table.size).toBeGreaterThan(5);
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(byRules()));
});
