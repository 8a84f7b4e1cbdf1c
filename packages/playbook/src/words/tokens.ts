import {
  ALWAYS_NEGATE,
  CLAUSE_STARTS,
  FILLERS,
  NEGATORS,
  PRONOUNS,
  SMALL_WORDS,
} from './function-words.ts';
import { stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

/**
 * What is matched: the stem of a word, or the end of a clause, a sentence or a segment. A `seam` is
 * where one segment follows another; speech recognition cuts sentences there.
 */
export interface Token {
  kind: 'word' | 'clause-end' | 'sentence-end' | 'seam';
  /** Empty for anything but a word. */
  stem: string;
  /** The word in one spelling, before its ending is taken off. */
  word: string;
  /** Phrases may pass over it without a gap. */
  skippable: boolean;
  /** It turns what follows round. */
  negates: boolean;
}

const CLAUSE_END: Token = end('clause-end');
const SENTENCE_END: Token = end('sentence-end', false);
const SEAM: Token = end('seam');

/** The tokens of one segment's text. */
export function tokensOf(text: string): Token[] {
  const pieces = wordsOf(text);
  const stems = pieces.map(stemOf);
  return stems.map((stem, index) => {
    if (/^[.!?]/.test(stem)) return SENTENCE_END;
    if (/^[,;:]/.test(stem)) return CLAUSE_END;
    return word(pieces[index] ?? stem, stem, stems[index - 1], stems[index + 1]);
  });
}

/** The tokens of segments that belong together, with a seam between each two. */
export function joinTokens(segments: readonly (readonly Token[])[]): Token[] {
  return segments.flatMap((tokens, index) => {
    const isLast = index === segments.length - 1;
    const ended = tokens.at(-1)?.kind === 'sentence-end';
    return isLast ? tokens : [...(ended ? tokens.slice(0, -1) : tokens), SEAM];
  });
}

function word(
  word: string,
  stem: string,
  before: string | undefined,
  after: string | undefined,
): Token {
  return {
    kind: 'word',
    stem,
    word,
    skippable: (FILLERS.has(stem) || SMALL_WORDS.has(stem)) && !CLAUSE_STARTS.has(stem),
    negates: NEGATORS.has(stem) && !isAnswerOrQuestion(stem, before, after),
  };
}

/** "No, I want …", "can't you …", "I can't cancel it": none of these says the opposite. */
function isAnswerOrQuestion(stem: string, before: string | undefined, after: string | undefined) {
  if (ALWAYS_NEGATE.has(stem)) return false;
  if (stem === 'not' && (before === 'can' || before === 'could')) return true;
  if (stem === 'not' && (after === 'that' || after === 'thi')) return false;
  if (after === undefined || PRONOUNS.has(after)) return true;
  return stem === 'no' && (/^[,.!?]/.test(after) || after === 'no');
}

function end(kind: Exclude<Token['kind'], 'word'>, skippable = true): Token {
  return { kind, stem: '', word: '', skippable, negates: false };
}
