import { language } from '../language.ts';
import { PlaybookError } from '../playbook-error.ts';
import { FILLERS, SMALL_WORDS } from '../words/function-words.ts';
import { stemOf } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';

/** One element of a phrase. A group is a choice among its members. */
export type PhraseNode =
  | { kind: 'word'; stem: string; word: string }
  | { kind: 'number' }
  | { kind: 'gap' }
  | { kind: 'choice'; options: readonly (readonly PhraseNode[])[]; optional: boolean };

/** Parts in any order, each a sequence of elements. */
export type Phrase = readonly (readonly PhraseNode[])[];

const SIGN = /\.\.\.|[()|&]\??|<[a-z-]*>\??|[^\s()|&<>]+/g;

/**
 * Reads a phrase: `word`, `word?`, `(this|that)`, `(this)?`, `<group>`, `...` for a gap, `&` between
 * parts that may come in any order. Fillers ("the", "please") are left out, as talk may have them
 * anywhere. Throws `PlaybookError`.
 */
export function parsePhrase(phrase: string): Phrase {
  const reader = { signs: phrase.match(SIGN) ?? [], at: 0, phrase };
  const parts: PhraseNode[][] = [];
  do {
    parts.push(sequence(reader));
  } while (take(reader, '&'));
  if (reader.at < reader.signs.length) throw PlaybookError.unbalancedBrackets(phrase);
  if (parts.some((part) => !part.some(isNeeded))) throw PlaybookError.empty(phrase);
  return parts;
}

interface Reader {
  signs: readonly string[];
  at: number;
  phrase: string;
}

function sequence(reader: Reader): PhraseNode[] {
  const nodes: PhraseNode[] = [];
  for (let sign = reader.signs[reader.at]; sign !== undefined; sign = reader.signs[reader.at]) {
    if (/^[|&)]/.test(sign)) break;
    if (sign === '...') nodes.push({ kind: 'gap' });
    if (sign === '...' || sign === '(') reader.at += 1;
    if (sign === '(') nodes.push(choice(reader));
    else if (sign.startsWith('<')) nodes.push(group(reader));
    else if (sign !== '...') nodes.push(...words(reader));
  }
  return nodes;
}

function choice(reader: Reader): PhraseNode {
  const options: PhraseNode[][] = [];
  do {
    options.push(sequence(reader));
  } while (take(reader, '|'));
  const optional = reader.signs[reader.at] === ')?';
  if (!optional && reader.signs[reader.at] !== ')') {
    throw PlaybookError.unbalancedBrackets(reader.phrase);
  }
  reader.at += 1;
  if (options.some((nodes) => !nodes.some(isNeeded))) throw PlaybookError.empty(reader.phrase);
  return { kind: 'choice', options, optional };
}

function group(reader: Reader): PhraseNode {
  const sign = reader.signs[reader.at] as string;
  reader.at += 1;
  const name = sign.slice(1, sign.indexOf('>'));
  const optional = sign.endsWith('?');
  if (name === 'number') return optionally({ kind: 'number' }, optional);
  const { wordGroups } = language;
  const members = Object.hasOwn(wordGroups, name) ? wordGroups[name] : undefined;
  if (!members) throw PlaybookError.unknownGroup(name);
  return { kind: 'choice', options: members.flatMap((member) => parsePhrase(member)), optional };
}

/** The words up to the next sign, read together so that "log in" is one. */
function words(reader: Reader): PhraseNode[] {
  const run: string[] = [];
  for (let sign = reader.signs[reader.at]; sign && !isSign(sign); sign = reader.signs[reader.at]) {
    if (sign.endsWith('?') && run.length > 0) break;
    reader.at += 1;
    if (sign.endsWith('?')) return optionalWord(sign.slice(0, -1), reader.phrase);
    run.push(sign);
  }
  return literal(run.join(' '), reader.phrase);
}

function optionalWord(word: string, phrase: string): PhraseNode[] {
  const nodes = literal(word, phrase);
  return nodes.length === 0 ? [] : [{ kind: 'choice', options: [nodes], optional: true }];
}

function literal(text: string, phrase: string): PhraseNode[] {
  const all = wordsOf(text);
  const needed = all.filter((word) => !FILLERS.has(stemOf(word)));
  const tells = needed.some((word) => !SMALL_WORDS.has(stemOf(word)));
  return (tells ? needed : all).map((word) => {
    if (/^\W/.test(word)) throw PlaybookError.misplacedSign(word, phrase);
    return { kind: 'word', stem: stemOf(word), word };
  });
}

function optionally(node: PhraseNode, optional: boolean): PhraseNode {
  return optional ? { kind: 'choice', options: [[node]], optional } : node;
}

/** Whether a phrase is not there without this element. */
export function isNeeded(node: PhraseNode): boolean {
  return node.kind !== 'gap' && !(node.kind === 'choice' && node.optional);
}

function isSign(sign: string): boolean {
  return /^([()|&<]|\.\.\.)/.test(sign);
}

function take(reader: Reader, sign: string): boolean {
  if (reader.signs[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}
