import 'server-only';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

/** Where a customer can be reached, in one spelling. */
export interface Contact {
  contactKind: 'email' | 'phone';
  contact: string;
}

const emailSchema = z.email();

/**
 * Reads an e-mail address or a phone number as people type it. A number without country is taken
 * to be of `defaultRegion`. Undefined when it is neither.
 */
export function parseContact(text: string, defaultRegion: CountryCode): Contact | undefined {
  return text.includes('@') ? parseEmail(text) : parsePhone(text, defaultRegion);
}

function parseEmail(text: string): Contact | undefined {
  const parsed = emailSchema.safeParse(text);
  return parsed.success ? { contactKind: 'email', contact: parsed.data } : undefined;
}

function parsePhone(text: string, defaultRegion: CountryCode): Contact | undefined {
  const contact = phoneNumber(text, defaultRegion);
  return contact ? { contactKind: 'phone', contact } : undefined;
}

/** A phone number as E.164; undefined when it is none. */
export function phoneNumber(text: string, defaultRegion: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: defaultRegion,
    extract: false,
  });
  return number?.isPossible() ? number.number : undefined;
}
