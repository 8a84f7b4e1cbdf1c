import { describe, expect, it } from 'vitest';
import { customerSearchQuerySchema, newCustomerSchema } from './customer-schema.ts';

describe('a new customer', () => {
  it.each([
    [{ name: 'Ada' }, { email: 'Enter an e-mail address or a phone number.' }],
    [{ name: 'Ada', email: 'ada@' }, { email: 'This is not an e-mail address.' }],
    [
      { name: 'Ada', email: `${'a'.repeat(120)}@example.com` },
      { email: 'Use at most 120 characters for the e-mail address.' },
    ],
    [{ name: ' ', phone: '1' }, { name: 'Enter the name.' }],
    [{ name: 'Ada', phone: '1'.repeat(41) }, { phone: 'Use at most 40 characters for the phone.' }],
  ])('%j is refused with a message at the field', (customer, messages) => {
    expect(fieldsOf(newCustomerSchema.safeParse(customer).error)).toMatchObject(messages);
  });

  it('has a trimmed e-mail address', () => {
    const customer = newCustomerSchema.parse({ name: 'Ada', email: ' ada@example.com ' });
    expect(customer).toEqual({ name: 'Ada', email: 'ada@example.com', phone: '' });
  });
});

describe('a search for customers', () => {
  it('needs two characters, and starts at the first page', () => {
    const messages = fieldsOf(customerSearchQuerySchema.safeParse({ query: ' a ' }).error);
    expect(messages).toEqual({ query: 'Enter at least 2 characters.' });
    expect(customerSearchQuerySchema.parse({ query: 'ab' })).toEqual({ query: 'ab', page: 1 });
  });
});

function fieldsOf(error: { issues: { path: PropertyKey[]; message: string }[] } | undefined) {
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}
