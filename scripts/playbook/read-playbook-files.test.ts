import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { readPlaybookFiles } from './read-playbook-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'playbook-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const card = (id: string, more = '') => `
- id: ${id}
  title: A title
  phrases: [not arrived]
  suggestion: I will look into it.
  reasoning: A reason
  action: explain
  confidence: 0.8
  source: Guidance
${more}`;

it('reads the cards of all files, in the order of their names', () => {
  write('b.yaml', card('refund'));
  write('a.yaml', card('delay') + card('lost'));
  write('README.md', '# no cards here');
  expect(readPlaybookFiles(folder).map(({ id }) => id)).toEqual(['delay', 'lost', 'refund']);
  expect(readPlaybookFiles(folder)[0]).toMatchObject({ kind: 'guidance', important: false });
});

it.each([
  ['a misspelt field', card('delay', '  importnat: true\n'), /a\.yaml: card "delay": .*importnat/],
  ['a wrong value', card('delay').replace('explain', 'shout'), /a\.yaml: card "delay", action: /],
  ['a missing field', card('delay').replace(/ {2}title.*\n/, ''), /card "delay", title: /],
  ['a card without id', card('delay').replace('id: delay', 'kind: guidance'), /card 1, id: /],
  ['a file that is no list', 'id: delay', /a\.yaml: it must be a list of cards/],
  ['an empty file', '', /a\.yaml: it must be a list of cards/],
  ['broken YAML', '- id: "delay\n', /a\.yaml: .* line \d+/],
])('tells %s in one line', (_fault, text, message) => {
  write('a.yaml', text);
  const read = () => readPlaybookFiles(folder);
  expect(read).toThrow(message);
  expect(read).toThrow(/^[^\n]+$/);
});

it('refuses an id that is there twice, in whichever files', () => {
  write('a.yaml', card('delay'));
  write('b.yaml', card('refund') + card('delay'));
  expect(() => readPlaybookFiles(folder)).toThrow(/b\.yaml: card "delay" is in a\.yaml already/);
});

it('refuses a folder without cards', () => {
  expect(() => readPlaybookFiles(folder)).toThrow(/there are no cards/);
});

it('can read the cards of the project', () => {
  expect(readPlaybookFiles(`${projectRoot}/playbook`).length).toBeGreaterThanOrEqual(25);
});
