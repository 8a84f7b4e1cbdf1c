import type { CustomerOrder, CustomerTicket, OrderStatus } from '@agent/protocol';
import type { Faker } from '@faker-js/faker';
import { plans, products, ticketSubjects } from './catalogue.ts';
import { daysBefore, isoTime, monthsBefore, thirdOfMonth } from './times.ts';

/** What a history is made with; the same `faker` seed and `now` give the same history. */
export interface HistoryOptions {
  faker: Faker;
  now: Date;
  currency: string;
  /** Gives numbers that no other order or ticket has. */
  nextNumber: () => number;
}

/** So many things bought within the last two years, newest first. */
export function purchases(options: HistoryOptions, count: number): CustomerOrder[] {
  const ages = options.faker.helpers.multiple(() => orderAge(options.faker), { count });
  return ages.sort((a, b) => a - b).map((ageDays) => purchase(options, ageDays));
}

/** The last payments of a subscription, newest first. Somebody past due has missed the newest. */
export function payments(
  { faker, now, currency, nextNumber }: HistoryOptions,
  { isPastDue }: { isPastDue: boolean },
): CustomerOrder[] {
  const plan = faker.helpers.arrayElement(plans);
  const count = faker.number.int({ min: 2, max: 5 });
  const newest = thirdOfMonth(now);
  return Array.from({ length: count }, (_, index) => ({
    orderNumber: `S-${nextNumber()}`,
    status: 'delivered' as const,
    summary: plan.name,
    total: { cents: plan.cents, currency },
    placedAt: isoTime(monthsBefore(newest, index + (isPastDue ? 1 : 0))),
    expectedAt: null,
  }));
}

/** So many open or pending tickets about the newest orders, and sometimes a closed one, newest first. */
export function tickets(
  options: HistoryOptions,
  orders: readonly CustomerOrder[],
  openCount: number,
): CustomerTicket[] {
  const { faker } = options;
  const open = Array.from({ length: openCount }, (_, index) =>
    ticket(options, orders[index], faker.helpers.arrayElement(['open', 'open', 'pending'])),
  );
  const hasClosed = orders.length > 1 && faker.datatype.boolean(0.2);
  return hasClosed ? [...open, ticket(options, orders.at(-1), 'closed')] : open;
}

function ticket(
  { faker, now, nextNumber }: HistoryOptions,
  order: CustomerOrder | undefined,
  status: CustomerTicket['status'],
): CustomerTicket {
  const age = status === 'closed' ? { min: 20, max: 300 } : { min: 0.1, max: 12 };
  return {
    ticketNumber: `T-${nextNumber()}`,
    subject: faker.helpers.arrayElement(ticketSubjects),
    status,
    openedAt: isoTime(daysBefore(now, faker.number.float(age))),
    orderNumber: order?.orderNumber ?? null,
  };
}

/** Recent ones are the likelier to be called about. */
function orderAge(faker: Faker): number {
  const isRecent = faker.datatype.boolean(0.3);
  return faker.number.float(isRecent ? { min: 0.1, max: 20 } : { min: 20, max: 700 });
}

function purchase(options: HistoryOptions, ageDays: number): CustomerOrder {
  const { faker, now, currency, nextNumber } = options;
  const product = faker.helpers.arrayElement(products);
  const amount = faker.helpers.weightedArrayElement([
    { value: 1, weight: 6 },
    { value: 2, weight: 1 },
  ]);
  const status = statusAt(faker, ageDays);
  const expectedAfterDays = faker.number.int({ min: 3, max: 8 });
  const isLate = status === 'delayed';
  return {
    orderNumber: String(nextNumber()),
    status,
    summary: amount === 1 ? product.name : `${amount} × ${product.name}`,
    total: { cents: product.cents * amount, currency },
    placedAt: isoTime(daysBefore(now, ageDays)),
    expectedAt:
      status === 'cancelled'
        ? null
        : isoTime(daysBefore(now, isLate ? 1 : ageDays - expectedAfterDays)),
  };
}

function statusAt(faker: Faker, ageDays: number): OrderStatus {
  if (ageDays < 1.5) return 'processing';
  if (ageDays < 3) return 'shipped';
  if (ageDays < 8) return faker.helpers.arrayElement(['delivered', 'delivered', 'delayed']);
  return faker.helpers.weightedArrayElement<OrderStatus>([
    { value: 'delivered', weight: 16 },
    { value: 'returned', weight: 1 },
    { value: 'refunded', weight: 1 },
    { value: 'cancelled', weight: 1 },
  ]);
}
