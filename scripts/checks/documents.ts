import { globSync, readFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';

/** A document of the project: its path from the root, and its text without blocks of code. */
export interface Document {
  file: string;
  text: string;
}

/** Folders that hold nothing of ours. */
const foreign = /(^|\/)(node_modules|\.next|\.data|dist|storybook-static|tmp)\//;

/** Every document that people write here. */
export function readDocuments(): Document[] {
  return globSync(['**/*.md', '.changeset/*.md'], { cwd: projectRoot })
    .filter((file) => !foreign.test(file))
    .map((file) => ({ file, text: withoutBlocks(readFileSync(`${projectRoot}/${file}`, 'utf8')) }));
}

/** What stands in backticks. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted);
}

/** What links lead to, addresses elsewhere and places of the same page aside. */
export function linkedFrom(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The cells of each row of each table whose head has exactly these columns. */
export function rowsUnder(text: string, head: readonly string[]): string[][] {
  const lines = text.split('\n').map(cellsOf);
  const rows: string[][] = [];
  let isInside = false;
  for (const cells of lines) {
    if (cells === undefined) isInside = false;
    else if (isInside && !cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push(cells);
    else if (!isInside) isInside = cells.join('|') === head.join('|');
  }
  return rows;
}

function cellsOf(line: string): string[] | undefined {
  if (!line.startsWith('|')) return undefined;
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '');
}
