import { readdirSync, readFileSync } from 'node:fs';
import { schemaVersions } from '@agent/store';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';

const folder = `${projectRoot}/packages/store/migrations`;
const files = readdirSync(folder).toSorted();

describe('the migrations', () => {
  it('are those that packages/store/src/database/schema-versions.ts lists, by which programs know their database', () => {
    expect(files.map((file) => file.split('_')[0])).toEqual(schemaVersions);
  });

  it.each(files)('%s is applied whole or not at all', (file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    expect(text).not.toMatch(/transaction:\s*false/);
    expect(text).not.toMatch(/^\s*(commit|rollback|begin)\s*;/im);
  });
});
