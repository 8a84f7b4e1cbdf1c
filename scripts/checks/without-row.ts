import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { folders, packages } from './import-table.js';

const generated = /(^|\/)(node_modules|\.next|dist)(\/|$)/;
/** Tests may import what they need. */
const forTests = /(^|\/)test-support(\/|$)/;

/** The packages and folders below `root` that have no row in the table of imports. */
export function withoutRow(root: string): string[] {
  const known = rows();
  return placesIn(root).filter((place) => !known.includes(place));
}

/** The rows of the table that belong to nothing below `root`. */
export function rowsWithoutPlace(root: string): string[] {
  const places = placesIn(root);
  return rows().filter((row) => !places.includes(row));
}

function rows(): string[] {
  const inside = Object.entries(folders).flatMap(([base, rowsOf]) =>
    Object.keys(rowsOf).map((folder) => `${base}/${folder}`),
  );
  return [...Object.keys(packages), ...inside];
}

/** Every package, every folder that has a file in it, and `.` for the files beside folders. */
function placesIn(root: string): string[] {
  const members = globSync('{*,packages/*}/package.json', { cwd: root }).map((file) =>
    dirname(file),
  );
  const inside = Object.keys(folders).flatMap((base) =>
    globSync(`${base}/**/*.{ts,tsx}`, { cwd: root })
      .map((file) => file.slice(base.length + 1).split('/'))
      .map((steps) => `${base}/${steps.length === 1 ? '.' : steps[0]}`),
  );
  return [...new Set([...members, ...inside])].filter(
    (place) => !generated.test(place) && !forTests.test(place),
  );
}
