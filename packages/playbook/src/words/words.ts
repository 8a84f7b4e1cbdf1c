import { language } from '../language.ts';

/** A word in lower case, or the punctuation that ends a clause or a sentence. */
export type Piece = string;

const PIECE = /\d+(?:[.,]\d+)*|[a-z]+(?:'[a-z]+)?|[.!?]+|[,;:]/g;
const { expansions, compounds, clitics } = language;
const subjects = new Set(language.subjects.split(' '));

/**
 * Cuts text into words in one spelling: lower case, no accents, contractions written out, hyphens
 * apart, words that are written together or apart alike ("log in", "login") made one.
 */
export function wordsOf(text: string): Piece[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`´]/g, "'")
    .toLowerCase();
  const pieces = plain.match(PIECE) ?? [];
  return joinCompounds(pieces.flatMap(expand));
}

function expand(piece: Piece): Piece[] {
  const whole = Object.hasOwn(expansions, piece) ? expansions[piece] : undefined;
  if (whole) return whole.split(' ');
  const [stem = '', clitic] = piece.split("'");
  if (clitic === undefined) return [piece];
  if (clitic === 't' && stem.endsWith('n')) return [stem.slice(0, -1), 'not'];
  if (clitic === 's') return subjects.has(stem) ? [stem, 'be'] : [stem];
  const verb = clitics[clitic];
  return verb ? [stem, verb] : [stem];
}

function joinCompounds(words: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Piece;
    const pair = compounds[`${word} ${words[index + 1]}`];
    joined.push(...(pair?.split(' ') ?? [word]));
    if (pair) index += 1;
  }
  return joined;
}
