import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/** What a person typed into the search, read in each way it may be meant. */
export interface SearchTerms {
  /** An order number or the beginning of one. */
  orderNumber: string | undefined;
  /** An e-mail address or a part of one, in lower case. */
  email: string | undefined;
  /** The part before the @, or all of it; compared when spelling is forgiven. */
  emailLocal: string | undefined;
  /** A name or a part of one, as typed. */
  name: string | undefined;
  phone: PhoneTerms | undefined;
}

/** Digits of a phone number as somebody types it. */
export interface PhoneTerms {
  /** With country code, when it was typed with one. */
  international: string;
  /** Without the zero that is dialled within a country; undefined when too short to tell. */
  national: string | undefined;
}

/**
 * Reads what was typed. Every reading that is possible is tried; `phoneRegion` (ISO 3166) is where
 * phone numbers without a country are dialled.
 */
export function searchTerms(query: string, phoneRegion: CountryCode): SearchTerms {
  const text = query.trim();
  const email = /^[!-~]+$/.test(text) ? text.toLowerCase() : undefined;
  const local = text.split('@')[0]?.trim() ?? '';
  return {
    orderNumber: orderNumberIn(text),
    email,
    emailLocal: email && local !== '' ? local.toLowerCase() : undefined,
    name: /\p{L}/u.test(local) ? local : undefined,
    phone: phoneIn(text.replace(aroundNumber, '').replaceAll('·', ' '), phoneRegion),
  };
}

/** A text as `like` takes it literally. */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

const orderWords = /^(?:order|number|no\b\.?|nr\b\.?|#|\s|:)+/i;

function orderNumberIn(text: string): string | undefined {
  const number = text.replace(orderWords, '').replace(/\s+/g, '').toUpperCase();
  return /^[A-Z0-9-]{3,20}$/.test(number) && /\d/.test(number) ? number : undefined;
}

/** Shorter numbers are more likely a part of one, which each country may have. */
const minWholeDigits = 7;
const minNationalDigits = 6;
const minDigits = 4;
const phoneCharacters = /^[+\d\s().\p{Pd}/]+$/u;

/** The second part begins nowhere but at the first of its characters: each stretch is read once. */
const aroundNumber = /^tel:|(?<![\s,;.])[\s,;.]+$/gi;

/** A number that can be dialled, however it is written; else its digits, as a part of one. */
function phoneIn(text: string, region: CountryCode): PhoneTerms | undefined {
  const whole = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  if (whole?.isPossible() && whole.nationalNumber.length >= minWholeDigits) {
    return { international: whole.number.slice(1), national: whole.nationalNumber };
  }
  if (!phoneCharacters.test(text)) return undefined;
  const digits = text.replace('(0)', '').replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < minDigits) return undefined;
  const national = digits.replace(/^0/, '');
  return {
    international: digits,
    national: national.length >= minNationalDigits ? national : undefined,
  };
}
