import { amountsIn } from './amounts.ts';
import { companyAmounts, type Sources } from './company-amounts.ts';
import { type Amount, figuresIn, readingsOf } from './figures.ts';
import { plainNumbers } from './plain-numbers.ts';
import { promisesOnly } from './promises.ts';
import { asksForSecret } from './secrets.ts';

/** What a suggestion may name. */
export interface Known {
  /** All that the model was told, as `spelledOut` gives it. */
  told: string;
  /** The amounts in there, and what other numbers may stand for. */
  amounts: ReadonlySet<Amount>;
  /** The amounts that the company itself has named. */
  company: ReadonlySet<Amount>;
}

/** What is known when a model was told this much of a call. */
export function knownFrom(told: string, sources: Sources): Known {
  const plain = plainNumbers(told);
  return {
    told: spelledOut(told),
    amounts: new Set([...amountsIn(plain), ...readingsOf(plain)]),
    company: companyAmounts(sources),
  };
}

/**
 * Whether a text may be put into an agent's mouth: it is grounded, promises no amount but the
 * company's own, and asks for no password, card number or code.
 */
export function maySuggest(text: string, known: Known): boolean {
  return isGrounded(text, known) && promisesOnly(text, known.company) && !asksForSecret(text);
}

/**
 * Whether a text names only such amounts of money, shares in per cent, numbers of four digits and
 * more, links, e-mail addresses and phone numbers as the model was told.
 */
export function isGrounded(text: string, { told, amounts }: Known): boolean {
  const said = spelledOut(text);
  return (
    figuresIn(plainNumbers(text)).every((amount) => amounts.has(amount)) &&
    addresses(said).every((address) => told.includes(address)) &&
    longNumbers(said).every((grouped) => isNumberOf(told, grouped))
  );
}

const LONG_NUMBER = 4;

/** E-mail addresses, links and bare host names. */
function addresses(text: string): string[] {
  const found = text.matchAll(/(?:https?:\/\/|www\.)\S+|[^\s@"]+@\S+|\b(?:[\w-]+\.)+\p{L}{2,}\b/gu);
  return [...found].map(([address]) => address.replace(/[.,;:!?)'"]+$/u, ''));
}

/** Phone numbers, orders, years: groups of digits that have four or more together. */
function longNumbers(text: string): string[] {
  return [...text.matchAll(/\d[\d\s().,'+/-]*\d/gu)]
    .map(([grouped]) => grouped)
    .filter((grouped) => digits(grouped).length >= LONG_NUMBER);
}

/** As a whole, however grouped; or two numbers that only stand side by side, the long one known. */
function isNumberOf(known: string, grouped: string): boolean {
  if (digits(known).includes(digits(grouped))) return true;
  const unknown = grouped.split(/\D+/u).filter((group) => {
    return group.length < LONG_NUMBER || !known.includes(group);
  });
  return unknown.join('').length < LONG_NUMBER;
}

function digits(text: string): string {
  return text.replace(/(?<=\d)[\s().,'+/-]+(?=\d)/gu, '');
}

/** Lower case, one kind of space, and addresses as they are written rather than spoken. */
function spelledOut(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/ (?:dot|\(dot\)) /gu, '.')
    .replace(/ (?:\(at\)) /gu, '@');
}
