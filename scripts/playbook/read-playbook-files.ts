import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { parse, YAMLParseError } from 'yaml';
import { StackError } from '../stack-error.ts';

/**
 * Reads every card of a folder of YAML files, each a list of cards. Throws a {@link StackError} that
 * names file, card and field of the first fault, also when an id is there twice.
 */
export function readPlaybookFiles(folder: string): PlaybookCard[] {
  const seenIn = new Map<string, string>();
  const cards = yamlFiles(folder).flatMap((file) => {
    const found = readFile(file);
    for (const { id } of found) {
      const before = seenIn.get(id);
      if (before) throw fault(file, `card "${id}" is in ${before} already`);
      seenIn.set(id, basename(file));
    }
    return found;
  });
  if (cards.length === 0) throw StackError.badPlaybook(`there are no cards in ${folder}`);
  return cards;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function readFile(file: string): PlaybookCard[] {
  const list = parseYaml(file);
  if (!Array.isArray(list)) throw fault(file, 'it must be a list of cards');
  return list.map((value: unknown, index) => parseCard(file, value, index));
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw fault(file, error.message.split('\n')[0]?.replace(/[:.]$/, '') ?? error.code);
  }
}

function parseCard(file: string, value: unknown, index: number): PlaybookCard {
  const parsed = playbookCardSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message.replace(/\.$/, '') ?? '';
  throw fault(file, `${nameOf(value, index)}${field && `, ${field}`}: ${message}`);
}

function nameOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? `card "${id}"` : `card ${index + 1}`;
}

function fault(file: string, message: string): StackError {
  return StackError.badPlaybook(`${basename(file)}: ${message}`);
}
