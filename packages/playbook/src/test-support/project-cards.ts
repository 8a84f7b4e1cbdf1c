import { readdirSync, readFileSync } from 'node:fs';
import { type PlaybookCard, playbookFileSchema } from '@agent/protocol';
import { parse } from 'yaml';

const folder = new URL('../../../../playbook/', import.meta.url);

/** The cards of the project's playbook, file by file. */
export function projectCards(): PlaybookCard[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) =>
      playbookFileSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
    );
}
