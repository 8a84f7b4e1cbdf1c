import { language } from '../language.ts';
import { stemOf } from './stem.ts';

const { functionWords } = language;
const stems = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemOf));

/** Words that never tell one statement from another: left out of phrases, passed over in talk. */
export const FILLERS = stems(functionWords.fillers);

/** Small words that may stand between the words of a phrase without being written there. */
export const SMALL_WORDS = stems(functionWords.small);

/** Words that turn a statement round. */
export const NEGATORS = stems(functionWords.negators);

/** Pronouns: after "no" or "not" they show an answer ("no, I …") or a question ("can't you …"). */
export const PRONOUNS = stems(functionWords.pronouns);

/** After these, a negation does not reach on: "I don't know where my order is" has an order. */
export const NEGATION_ENDS = stems(functionWords.negationEnds);

/** Words that begin a new clause. */
export const CLAUSE_STARTS = stems(functionWords.clauseStarts);

/** Negators that are neither an answer nor part of a question, wherever they stand. */
export const ALWAYS_NEGATE = stems(functionWords.alwaysNegate);
