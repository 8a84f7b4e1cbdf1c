/** What somebody looks for, in the two forms that Postgres is asked in. */
export interface SessionWords {
  /** For `websearch_to_tsquery`: everything that must hold. `!` stands for the sign of what must not. */
  allOf: string;
  /** The same: whatever of it a line may have; '' when everything asked for must not be there. */
  anyOf: string;
  /** Each word that may stand in a line, alone. */
  anyWord: string;
}

/** Stands for `-` before a word, as every other hyphen becomes a space. */
const NOT = '!';
/** A query of 200 characters has more only to keep the server busy. */
const MOST_TERMS = 24;

interface Term {
  text: string;
  isPhrase: boolean;
  isExcluded: boolean;
}

/**
 * Reads what somebody typed: words that must all be there, `"…"` for words one after another, `-` before
 * what must not be there, `or` between two of which one is enough. Nothing that is typed is an error.
 */
export function sessionWords(query: string): SessionWords {
  const terms = termsOf(query);
  const wanted = terms.filter(({ isExcluded, text }) => !isExcluded && !isOr(text));
  const written = ({ text, isPhrase, isExcluded }: Term) =>
    `${isExcluded ? NOT : ''}${isPhrase ? `"${text}"` : text}`;
  return {
    allOf: terms.map(written).join(' '),
    anyOf: wanted.map(written).join(' or '),
    anyWord: wanted.flatMap(({ text }) => text.split(' ')).join(' or '),
  };
}

function termsOf(query: string): Term[] {
  const plain = query.replace(/[“”„«»]/g, '"').replace(/[\p{Cc}\p{Cs}!\\]/gu, ' ');
  const found = [...plain.matchAll(/(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/g)];
  return found.slice(0, MOST_TERMS).flatMap(([, minus, phrase, word]) => {
    // A number such as A-1042 is two words of which one comes after the other.
    const text = (phrase ?? word ?? '').replace(/[-/_\s]+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const isPhrase = phrase !== undefined || text.includes(' ');
    return { text, isPhrase, isExcluded: minus === '-' };
  });
}

function isOr(text: string): boolean {
  return text.toLowerCase() === 'or';
}
