import {
  type CustomerStateWords,
  defaultCustomerStateWords,
} from '../customer-info-card/customer-info-card-labels.ts';
import type { CustomerHit } from '../customer-info-card/customer-types.ts';

/** Strings of a `CustomerFinder`. */
export interface CustomerFinderLabels {
  name: string;
  hint: string;
  results: string;
  tooShort: (minLength: number) => string;
  loading: string;
  found: (shown: number, total: number) => string;
  nobody: (query: string) => string;
  errorTitle: string;
  errorDescription: string;
  retry: string;
  more: string;
  create: string;
  none: string;
  cancel: string;
  /** What of the customer fits what was typed. */
  matched: (hit: CustomerHit) => string;
  account: CustomerStateWords['account'];
}
/** English words of the search for a customer; `labels` replaces them one by one. */
export const defaultCustomerFinderLabels: CustomerFinderLabels = {
  name: 'Find the customer',
  hint: 'Name, e-mail, phone or order number',
  results: 'Customers found',
  tooShort: (minLength) => `Type at least ${minLength} characters.`,
  loading: 'Searching',
  found: (shown, total) => (shown < total ? `${shown} of ${total}` : `${total} found`),
  nobody: (query) => `Nobody fits “${query}”. Check the spelling, or try the order number.`,
  errorTitle: 'The search did not work',
  errorDescription: 'Try again, or go on without a record.',
  retry: 'Try again',
  more: 'Show more',
  create: 'New customer',
  none: 'Nobody’s record',
  cancel: 'Cancel',
  matched: (hit) => matchedWords(hit),
  account: defaultCustomerStateWords.account,
};

function matchedWords({ matched, orderNumber }: CustomerHit): string {
  switch (matched) {
    case 'name':
      return 'Name fits';
    case 'email':
      return 'E-mail fits';
    case 'phone':
      return 'Phone fits';
    case 'order-number':
      return `Order ${orderNumber ?? ''}`.trim();
    default:
      return matched satisfies never;
  }
}
