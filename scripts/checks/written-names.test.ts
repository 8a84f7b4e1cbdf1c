import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { linkedFrom, quotedIn, readDocuments } from './documents.ts';

const generated = /(^|\/)(node_modules|\.next|\.data|dist|storybook-static)\//;
const files = globSync(['**/*', '.{github,changeset,ci}/**/*', '.*.{js,json}', '.env.example'], {
  cwd: projectRoot,
}).filter((file) => !generated.test(file));
const fileNames = new Set(files.map((file) => basename(file)));
const folders = new Set(files.flatMap((file) => file.split('/').slice(0, -1)));

const source = /\.(ts|tsx|mjs|js|sql|yaml|css|json)$|Dockerfile$|\.env\.example$/;
const words = new Set(
  files
    .filter((file) => source.test(file) && !/pnpm-lock|\/models\//.test(file))
    .flatMap((file) => readFileSync(join(projectRoot, file), 'utf8').match(/\w+/g) ?? []),
);
/** Names that are others', or put together from two of ours. */
const elsewhere = /^(lc_ctype|audio_\w+|n_layer_cross_[kv]|cross_attention_weights)$/;
/** Made by running, by a release, or in a reader's own project; or a pattern for names. */
const notHere =
  /^(\.data\/.*|packages\/(ui\/CHANGELOG\.md|NAME\/.*)|src\/(first-desk|main)\.tsx|name\.test\.ts)$/;

const documents = readDocuments();
/** A record of a decision tells what there was, too. */
const current = documents.filter(({ file }) => !file.startsWith('docs/decisions/'));

function isPath(text: string): boolean {
  const [first = '', ...others] = text.split('/');
  if (others.length === 0 || !/^[\w@[\].()*-]+(\/[\w@[\].()*-]*)*$/.test(text)) return false;
  return folders.has(first) || text.endsWith('/') || /\.(ts|tsx|mjs|sql|yaml|md)$/.test(text);
}

const isFileName = (text: string) => /^[\w.-]+\.(ts|tsx|mjs|sql|yaml|md)$/.test(text);
/** `offerMs`, `MAX_TRIES`, `call_events`: nobody writes so but in code. */
const isIdentifier = (text: string) => /^\w+$/.test(text) && /[a-z][A-Z]|_/.test(text);

/** Paths start at the root, beside the document, in the sources beside it, or lower down. */
function isThere(document: string, path: string): boolean {
  const beside = dirname(document);
  const places = ['', beside, join(beside, 'src')].map((place) => join(projectRoot, place));
  if (path.includes('*')) return places.some((cwd) => globSync(path, { cwd }).length > 0);
  const isLowerDown = files.some((file) => `/${file}/`.includes(`/${path.replace(/\/$/, '')}/`));
  return isLowerDown || places.some((place) => existsSync(join(place, path)));
}

describe('names files that exist', () => {
  it.each(documents)('$file', ({ file, text }) => {
    const links = linkedFrom(text).map((target) => join(dirname(file), target));
    const quoted = quotedIn(text).filter((each) => !notHere.test(each));
    const missing = [
      ...links.filter((link) => !existsSync(join(projectRoot, link))),
      ...quoted.filter((each) => isPath(each) && !isThere(file, each)),
      ...quoted.filter((each) => isFileName(each) && !fileNames.has(each)),
    ];
    expect(missing).toEqual([]);
  });
});

describe('names what the sources have', () => {
  it.each(current)('$file', ({ text }) => {
    const names = quotedIn(text).filter((each) => isIdentifier(each) && !elsewhere.test(each));
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });
});
