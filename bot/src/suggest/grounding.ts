/** What a suggestion may name. */
export interface Known {
  /** All that the model was told. */
  told: string;
  /** The part of it in which the company itself speaks. */
  own: string;
}

/**
 * Tells whether a text names only such amounts of money, shares in per cent, numbers of four digits
 * and more, links, e-mail addresses and phone numbers as the model was told. With `isPromise`
 * amounts must come from the company itself, not from what the customer said.
 */
export function isGrounded(text: string, { told, own }: Known, isPromise = false): boolean {
  const said = spelledOut(text);
  const known = spelledOut(told);
  return (
    amounts(said).every(isAmountOf(spelledOut(isPromise ? own : told))) &&
    addresses(said).every((address) => known.includes(address)) &&
    longNumbers(said).every((grouped) => isNumberOf(known, grouped))
  );
}

const LONG_NUMBER = 4;

const number = String.raw`\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`;
const before = String.raw`(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|cad|aud|inr)\b)`;
const after = String.raw`(?:[$€£¥₹%]|(?:dollars?|bucks?|euros?|pounds?|quid|francs?|rupees?|cents?|pence|percent|per cent|usd|eur|gbp|chf|cad|aud|inr)\b)`;
const word = String.raw`(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)`;
const numeric = new RegExp(`${before} ?(${number})|(${number}) ?${after}`, 'gu');
const spelled = new RegExp(String.raw`\b(${word}(?:[ -](?:and )?${word})*) ${after}`, 'gu');
const anyNumber = new RegExp(number, 'gu');

/** Amounts as cents where they are written in digits, else in words. */
function amounts(text: string): (number | string)[] {
  return [
    ...[...text.matchAll(numeric)].map(([, leading, trailing]) => cents(leading ?? trailing ?? '')),
    ...[...text.matchAll(spelled)].map(([, words]) => words ?? ''),
  ];
}

function isAmountOf(known: string): (amount: number | string) => boolean {
  const inDigits = new Set([...known.matchAll(anyNumber)].map(([digits]) => cents(digits)));
  const inWords = words(known);
  return (amount) =>
    typeof amount === 'number' ? inDigits.has(amount) : inWords.includes(words(amount));
}

function cents(written: string): number {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written) ?? [];
  return Number(whole.replace(/\D/gu, '')) * 100 + Number(fraction.padEnd(2, '0'));
}

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

function words(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
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
