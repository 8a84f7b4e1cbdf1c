import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';

const units: ReadonlySet<string> = new Set(
  `dollar dollars buck bucks euro euros pound pounds quid cent cents pence usd eur percent point
  second seconds minute minutes hour hours day days night nights week weeks month months year years
  time times o'clock am pm people person kids children piece pieces item items box boxes
  orders unit units pack packs mile miles kilometre kilometres kilometer kilometers km metre metres
  meter meters centimetre centimetres cm inch inches feet foot gram grams kilo kilos kg litre litres
  degree degrees watt watts volt volts stars star digit digits million billion mails emails calls
  st nd rd th more`.split(/\s+/),
);

/** Tells whether a number counts or measures something: "$120", "50 %", "two weeks", "16 digits". */
export function hasUnit(
  { from, to }: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): boolean {
  const [first, last, next] = [tokens[from], tokens[to - 1], tokens[to]];
  if (!first || !last) return false;
  if (/[$€£¥]\s*$/.test(first.gap) || /^\s*[%€£$]/.test(text.slice(last.end))) return true;
  return next !== undefined && /^[\s-]*$/.test(next.gap) && units.has(next.word);
}
