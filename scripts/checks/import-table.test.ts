import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { quotedIn, rowsUnder } from './documents.ts';
import { packages } from './import-table.js';

/** What each part may import by the rules: "bot" → "calls, protocol". */
function byRules(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packages).map(([part, { mayImport }]) => [part, wordsFor(mayImport)]),
  );
}

function wordsFor(parts: readonly string[]): string {
  const names = parts.map((part) => part.replace('packages/', '')).sort();
  return names.length === 0 ? 'nothing of ours' : names.join(', ');
}

/** The same by the table of ARCHITECTURE.md. */
function byTable(): Record<string, string> {
  const text = readFileSync(`${projectRoot}/ARCHITECTURE.md`, 'utf8');
  const rows = rowsUnder(text, ['Package', 'Is', 'May import']);
  return Object.fromEntries(
    rows.map(([part = '', , others = '']) => [
      quotedIn(part).join(', '),
      others.split(', ').sort().join(', '),
    ]),
  );
}

it('ARCHITECTURE.md says who may import whom as the rules do', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(10);
  expect(byTable()).toEqual(byRules());
});
