import { MAX_TERM_LENGTH, MAX_TERMS, newQueueSchema } from '@agent/protocol';
import { z } from 'zod';

/** So many faults are told one by one. */
const MOST_TOLD = 3;

const termSchema = newQueueSchema.shape.terms.element;

/** Terms as they are typed: one a line, empty lines and repeated ones aside. */
export function termsIn(text: string): { line: number; term: string }[] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((typed, index) => {
    const term = typed.trim();
    const key = term.toLowerCase();
    if (term === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ line: index + 1, term }];
  });
}

/** Terms as a text to type on. */
export function termsText(terms: readonly string[]): string {
  return terms.join('\n');
}

/** Terms as they are typed, read as a list; what is wrong is told with its line. */
export const termsTextSchema = z.string().transform((text, context): string[] => {
  const terms = termsIn(text);
  const faults = terms.flatMap(({ line, term }) => faultOf(line, term) ?? []);
  if (terms.length > MAX_TERMS) {
    faults.unshift(`${count(terms.length)} terms are too many: ${MAX_TERMS} are the most.`);
  }
  if (faults.length === 0) return terms.map(({ term }) => termSchema.parse(term));
  const others = faults.length - MOST_TOLD;
  const told = faults.slice(0, MOST_TOLD);
  if (others > 0) told.push(`And ${count(others)} more ${others === 1 ? 'line' : 'lines'}.`);
  context.addIssue({ code: 'custom', message: told.join(' ') });
  return z.NEVER;
});

function faultOf(line: number, term: string): string | undefined {
  if (term.length > MAX_TERM_LENGTH) {
    return `Line ${line} has ${count(term.length)} characters: ${MAX_TERM_LENGTH} are the most.`;
  }
  const isReadable = termSchema.safeParse(term).success;
  return isReadable ? undefined : `Line ${line} has special characters. Remove them.`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
