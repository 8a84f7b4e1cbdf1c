import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as greek } from '@faker-js/faker/locale/el';
import { faker as british } from '@faker-js/faker/locale/en_GB';
import { faker as american } from '@faker-js/faker/locale/en_US';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as hebrew } from '@faker-js/faker/locale/he';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import { faker as turkish } from '@faker-js/faker/locale/tr';
import { faker as ukrainian } from '@faker-js/faker/locale/uk';
import { faker as chinese } from '@faker-js/faker/locale/zh_CN';

/** People of one language: how they are called, what they pay in, where they can be phoned. */
export interface Population {
  faker: Faker;
  /** How many there are among the demo customers. */
  count: number;
  currency: string;
  /** Phone numbers set aside for fiction; each # is any digit. */
  phones: readonly string[];
}

const us = ['212', '312', '415', '617', '718', '206', '303', '512', '702', '305'].map(
  (area) => `+1${area}55501##`,
);
const uk = ['+447700900###'];

/** Those of languages without numbers for fiction live in countries that have some. */
export const populations: readonly Population[] = [
  { faker: american, count: 92, currency: 'USD', phones: us },
  { faker: british, count: 26, currency: 'GBP', phones: uk },
  { faker: german, count: 20, currency: 'EUR', phones: ['+493023125###', '+498999998###'] },
  { faker: french, count: 14, currency: 'EUR', phones: ['+33199000###', '+33653530###'] },
  { faker: spanish, count: 12, currency: 'USD', phones: us },
  { faker: brazilian, count: 8, currency: 'USD', phones: us },
  { faker: polish, count: 6, currency: 'GBP', phones: uk },
  { faker: turkish, count: 6, currency: 'EUR', phones: ['+494066969###'] },
  { faker: ukrainian, count: 6, currency: 'EUR', phones: ['+493023125###'] },
  { faker: greek, count: 4, currency: 'EUR', phones: ['+498999998###'] },
  { faker: arabic, count: 6, currency: 'USD', phones: us },
  { faker: hebrew, count: 4, currency: 'USD', phones: us },
  { faker: japanese, count: 5, currency: 'JPY', phones: us },
  { faker: chinese, count: 5, currency: 'USD', phones: us },
];

const domains = ['example.com', 'example.org', 'example.net'] as const;

/** An address that nobody can have, from the name where it can be written in Latin letters. */
export function emailFor(faker: Faker, name: string): string {
  const words = latinLetters(name);
  const local =
    words.length > 0 ? words.join('.') : latinLetters(faker.internet.username()).join('');
  return `${local || faker.string.alpha({ length: 8, casing: 'lower' })}@${faker.helpers.arrayElement(domains)}`;
}

/** A number that nobody has. */
export function phoneFor({ faker, phones }: Population): string {
  return faker.helpers.replaceSymbols(faker.helpers.arrayElement(phones));
}

function latinLetters(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/[ßłøıæœ]/g, (letter) => replacements[letter] ?? '')
    .normalize('NFKD');
  return plain.replace(/['’\p{M}]/gu, '').match(/[a-z0-9]+/g) ?? [];
}

const replacements: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};
