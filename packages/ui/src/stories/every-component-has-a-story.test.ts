import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allExports, componentEntries } from './all-exports.ts';

const src = fileURLToPath(new URL('..', import.meta.url));

const exported: Readonly<Record<string, unknown>> = allExports;

/** Files of components that an entry exports: those whose export starts with a capital and is no type. */
const components = componentEntries.flatMap((entry) => {
  const index = readFileSync(join(src, entry), 'utf8');
  return [...index.matchAll(/export \{([^}]*)\} from '\.\/([^']+\.tsx)'/g)].flatMap(
    ([, names = '', path = '']) => {
      const values = names.split(',').map((name) => name.trim());
      const file = join(dirname(entry), path);
      return values.filter((name) => /^[A-Z][a-z]/.test(name)).map((name) => ({ name, file }));
    },
  );
});

test('finds the components', () => {
  expect(components.length).toBeGreaterThan(30);
});

describe.each(components)('$name', ({ name, file }) => {
  const story = join(src, file.replace(/\.tsx$/, '.stories.tsx'));

  test('has a story file of its own', () => {
    expect(existsSync(story) && readFileSync(story, 'utf8').includes(`component: ${name},`)).toBe(
      true,
    );
  });

  test('forwards its ref, and so is rendered with a ref, a class name and rest props by every-component.test', () => {
    expect(exported[name]).toHaveProperty('render');
  });
});

test('every stylesheet is part of the one that is published', () => {
  const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.css'),
  );
  const published = readFileSync(join(src, 'styles/index.css'), 'utf8');
  for (const sheet of sheets.filter((path) => path !== join('styles', 'index.css'))) {
    expect(published, sheet).toContain(sheet.split('/').at(-1));
  }
});
