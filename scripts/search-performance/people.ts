import { customerIdSchema } from '@agent/protocol';
import type { CustomerToAdd } from '@agent/store';
import type { Faker } from '@faker-js/faker';
import { emailFor, type Population, populations } from '../demo-customers/people.ts';

/** One letter of a number is any digit. */
const phones = ['+1212#######', '+1415#######', '+4930########', '+4420########', '+33612######'];
const companies = 400;

/**
 * Customers as a big shop has them: names of the languages of the demo, some first and last names far
 * more common than others, half of the addresses at three big providers. The same for the same seed.
 */
export function* manyPeople(count: number, seed: number): Generator<CustomerToAdd> {
  const taken = new Set<string>();
  const free = (contact: string) => !taken.has(contact) && taken.add(contact) && contact;
  for (const { faker } of populations) faker.seed(seed);
  const weighted = populations.map((value) => ({ value, weight: value.count }));
  const [{ faker: american }] = populations as [Population];
  for (let index = 0; index < count; index += 1) {
    const { faker, currency } = american.helpers.weightedArrayElement(weighted);
    const name = `${common(faker, 'first_name')} ${common(faker, 'last_name')}`.trim();
    const email = addressFor(faker, american, name, free);
    const phone = free(american.helpers.replaceSymbols(american.helpers.arrayElement(phones)));
    yield {
      customerId: customerIdSchema.parse(`many-${index}`),
      name,
      email,
      phone: phone || null,
      status: 'active',
      customerSince: '2024-05-06T07:08:09.000Z',
      lifetimeValue: { cents: 12_345, currency },
      orders: [orderOf(index, currency)],
      tickets: [],
    };
  }
}

/** The further to the front of its language's list, the more common. */
function common(faker: Faker, kind: 'first_name' | 'last_name'): string {
  const { generic = [], female = [], male = [] } = faker.definitions.person[kind] ?? {};
  const names = generic.length > 0 ? generic : [...female, ...male];
  return names[Math.floor(names.length * faker.number.float() ** 2)] ?? faker.person.fullName();
}

function addressFor(
  faker: Faker,
  american: Faker,
  name: string,
  free: (contact: string) => string | false,
): string {
  const [local = ''] = emailFor(faker, name).split('@');
  const domain = american.datatype.boolean(0.5)
    ? `${american.helpers.arrayElement(['mail', 'post', 'inbox'])}.example.com`
    : `company${american.number.int({ max: companies })}.example.org`;
  for (let copy = 0; ; copy += 1) {
    const address = free(`${local}${copy === 0 ? '' : copy}@${domain}`);
    if (address) return address;
  }
}

function orderOf(index: number, currency: string): CustomerToAdd['orders'][number] {
  return {
    orderNumber: `S-${100_000 + index * 7}`,
    status: 'delivered',
    summary: 'Toaster',
    total: { cents: 5_990, currency },
    placedAt: '2026-01-02T03:04:05.000Z',
    expectedAt: null,
  };
}
