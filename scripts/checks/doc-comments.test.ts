import { expect, it } from 'vitest';
import { entryFiles, type PublicExport, publicExports } from './public-exports.ts';

const entries = entryFiles();
const given = entries.flatMap(publicExports);

it('finds what packages give out', () => {
  const packages = new Set(entries.map((file) => file.split('/')[1]));
  expect([...packages]).toEqual(expect.arrayContaining(['calls', 'protocol', 'store', 'ui']));
  const names = given.map(({ name }) => name);
  // A constant, what is handed on by name and by star, a component, and an entry beside the index.
  for (const name of ['MAX_DATA_MESSAGE_BYTES', 'createCall', 'fanOut', 'Timer', 'MediaRoom']) {
    expect(names).toContain(name);
  }
});

it('says of everything that a package gives out what it is', () => {
  expect(given.filter(({ doc }) => doc === undefined).map(placeOf)).toEqual([]);
});

it('says more than the name does', () => {
  expect(given.filter((one) => one.doc && newWords(one).length === 0).map(placeOf)).toEqual([]);
});

function placeOf({ file, name }: PublicExport): string {
  return `${name} in ${file}`;
}

const littleWords = new Set(
  'a an the this that these of for to from in on at by with and or as is are be its it one type props schema'.split(
    ' ',
  ),
);

/** Words of the comment that are neither in the name nor without a meaning of their own. */
function newWords({ name, doc = '' }: PublicExport): string[] {
  const named = wordsOf(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2'));
  return wordsOf(doc).filter((word) => !littleWords.has(word) && !named.includes(word));
}

/** In lower case and without the s of the plural. */
function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase().replace(/s$/, ''));
}
