import { readPlaybookFiles } from '../playbook/read-playbook-files.ts';
import { projectRoot } from '../project.ts';

/** Words besides those of the playbook; the further back, the rarer, as in a language. */
const vocabulary = 20_000;
const wordsOfALine = 5;
const syllables = 'ka lo ri ma tu ne bo si da we po li gu ra ve no ti xu fe jo'.split(' ');

/**
 * Lines as they are said: a sentence of the playbook's examples with words of which each is as common as
 * its place in a list makes it (Zipf). The same for the same seed.
 */
export function* manyLines(count: number, random: () => number): Generator<string> {
  const sentences = readPlaybookFiles(`${projectRoot}/playbook`).flatMap((card) => [
    ...card.examples,
    card.suggestion,
  ]);
  for (let index = 0; index < count; index += 1) {
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
    const words = Array.from({ length: wordsOfALine }, () => wordOf(rankOf(random())));
    yield `${sentence} ${words.join(' ')}`;
  }
}

/** The word at a place in the list: no stem of another and none of a real word. */
export function wordOf(rank: number): string {
  let word = 'z';
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return `${word}q`;
}

/** The place of a word that is met by chance, from 0. */
function rankOf(chance: number): number {
  return Math.floor(vocabulary ** chance) - 1;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
