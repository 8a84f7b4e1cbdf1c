import { createHash } from 'node:crypto';
import { customerIdSchema } from '@agent/protocol';
import type { CustomerToAdd } from '@agent/store';
import { faker as american } from '@faker-js/faker/locale/en_US';
import { callerCustomers } from './caller-customers.ts';
import { type HistoryOptions, payments, purchases, tickets } from './order-history.ts';
import { emailFor, type Population, phoneFor, populations } from './people.ts';
import { type RemarkablePerson, remarkablePeople } from './remarkable-people.ts';
import { daysBefore, isoTime } from './times.ts';

/** Any number will do, as long as it stays: the same people each time. */
const SEED = 4521;

/**
 * The customers of the demo with their orders and tickets. The same people each time; their times
 * are relative to `now`.
 */
export function demoCustomers(now: Date): CustomerToAdd[] {
  const nextNumber = numbers();
  const taken = new Set<string | null>();
  const remarkable: HistoryOptions = { faker: american, now, currency: 'USD', nextNumber };
  american.seed(SEED);
  return [
    ...callerCustomers(now),
    ...remarkablePeople.map((person) => customer(person, remarkable)),
    ...populations.flatMap((population) => {
      population.faker.seed(SEED);
      const { faker, currency } = population;
      return Array.from({ length: population.count }, () =>
        customer(anybody(population), { faker, now, currency, nextNumber }),
      );
    }),
  ].flatMap((found) => withFreeContacts(found, taken) ?? []);
}

/** Numbers of orders and tickets; nobody else in the demo has five digits that begin with a 3. */
function numbers(): () => number {
  let last = 30_118;
  return () => {
    last += 7;
    return last;
  };
}

function anybody(population: Population): RemarkablePerson {
  const { faker } = population;
  const name = `${faker.person.firstName()} ${faker.person.lastName()}`;
  const reachableBy = faker.helpers.weightedArrayElement([
    { value: 'both', weight: 14 },
    { value: 'email', weight: 4 },
    { value: 'phone', weight: 2 },
  ]);
  return {
    name,
    email: reachableBy === 'phone' ? null : emailFor(faker, name),
    phone: reachableBy === 'email' ? null : phoneFor(population),
    status: faker.helpers.weightedArrayElement([
      { value: 'active', weight: 44 },
      { value: 'past-due', weight: 3 },
      { value: 'paused', weight: 2 },
      { value: 'closed', weight: 1 },
    ]),
    spentBeforeCents: faker.number.int({ min: 0, max: 60_000 }),
    openTickets: faker.datatype.boolean(0.12) ? 1 : 0,
  };
}

function customer(person: RemarkablePerson, options: HistoryOptions): CustomerToAdd {
  const { faker, now, currency } = options;
  const { name, email, phone, status = 'active', spentBeforeCents = 0, openTickets = 0 } = person;
  const isPastDue = status === 'past-due';
  const bought = purchases(options, faker.number.int({ min: 0, max: 5 }));
  const paid = isPastDue || faker.datatype.boolean(0.25) ? payments(options, { isPastDue }) : [];
  const orders = [...bought, ...paid];
  const spent = orders.filter((order) => !['refunded', 'cancelled'].includes(order.status));
  return {
    customerId: customerIdSchema.parse(idOf(person)),
    name,
    email,
    phone,
    status,
    customerSince: isoTime(daysBefore(oldest(orders, now), faker.number.int({ min: 1, max: 900 }))),
    lifetimeValue: {
      cents: spent.reduce((sum, { total }) => sum + total.cents, spentBeforeCents),
      currency,
    },
    orders,
    tickets: tickets(options, orders, openTickets),
  };
}

function oldest(orders: CustomerToAdd['orders'], now: Date): Date {
  return new Date(Math.min(now.getTime(), ...orders.map(({ placedAt }) => Date.parse(placedAt))));
}

/** Stays the same when people are added or taken away. */
function idOf({ name, email, phone }: RemarkablePerson): string {
  const person = JSON.stringify([name, email, phone]);
  return `demo-${createHash('sha256').update(person).digest('hex').slice(0, 12)}`;
}

/** Without a contact that somebody before has; undefined when none is left. */
function withFreeContacts(
  found: CustomerToAdd,
  taken: Set<string | null>,
): CustomerToAdd | undefined {
  const free = (contact: string | null) => (taken.has(contact) ? null : contact);
  const customer = { ...found, email: free(found.email), phone: free(found.phone) };
  if (customer.email === null && customer.phone === null) return undefined;
  for (const contact of [customer.email, customer.phone]) if (contact) taken.add(contact);
  return customer;
}
