import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { type Contact, parseContact, phoneNumber } from './contact.ts';

describe('parseContact', () => {
  it.each<[string, CountryCode, Contact]>([
    ['ada@example.com', 'US', { contactKind: 'email', contact: 'ada@example.com' }],
    ['+41 44 668 18 00', 'US', { contactKind: 'phone', contact: '+41446681800' }],
    ['(212) 555-0123', 'US', { contactKind: 'phone', contact: '+12125550123' }],
    ['044 668 18 00', 'CH', { contactKind: 'phone', contact: '+41446681800' }],
    ['212.555.0123', 'US', { contactKind: 'phone', contact: '+12125550123' }],
    ['212–555–0123', 'US', { contactKind: 'phone', contact: '+12125550123' }],
    ['+44 (0)20 7123 4567', 'US', { contactKind: 'phone', contact: '+442071234567' }],
    ['011 44 20 7123 4567', 'US', { contactKind: 'phone', contact: '+442071234567' }],
  ])('reads %s in %s', (text, region, expected) => {
    expect(parseContact(text, region)).toEqual(expected);
  });

  it.each(['', 'ada', 'ada@', '@example.com', '12', '+', 'tel:+12125550123;x=<b>', 'a 2125550123'])(
    'does not take %j for a contact',
    (text) => {
      expect(parseContact(text, 'US')).toBeUndefined();
    },
  );
});

it('reads a phone number alone, and no e-mail address in its place', () => {
  expect(phoneNumber('(212) 555-0123', 'US')).toBe('+12125550123');
  expect(phoneNumber('ada@example.com', 'US')).toBeUndefined();
});
