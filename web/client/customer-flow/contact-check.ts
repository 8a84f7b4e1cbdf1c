import { singleLine, startCallRequestSchema } from '@agent/protocol';

/** What the customer types before the call. */
export interface CustomerDetails {
  name: string;
  contact: string;
}

/** What is wrong, by field. */
export type DetailsProblems = Partial<Record<keyof CustomerDetails, string>>;

const contactHint = 'Enter an e-mail address like name@example.com or a phone number.';
const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const looksLikePhone = /^\+?[\d\s().\-/]+$/;
const MIN_PHONE_DIGITS = 6;

const nameSchema = startCallRequestSchema.shape.name;
const contactSchema = singleLine('your e-mail or phone', 120).refine(isReachable, contactHint);

/** Checks the form before it goes on; the server decides in the end. */
export function checkDetails(details: CustomerDetails): DetailsProblems {
  const name = nameSchema.safeParse(details.name).error?.issues[0]?.message;
  const contact = contactSchema.safeParse(details.contact).error?.issues[0]?.message;
  return { ...(name ? { name } : {}), ...(contact ? { contact } : {}) };
}

function isReachable(text: string): boolean {
  if (text.includes('@')) return looksLikeEmail.test(text);
  return looksLikePhone.test(text) && text.replace(/\D/g, '').length >= MIN_PHONE_DIGITS;
}
