import type { CustomerOrder, CustomerRecord, OrderStatus, RecordFact } from '@agent/protocol';

const DAY_MS = 86_400_000;
/** Two payments of the same amount for the same thing within this time are taken for one too many. */
const DUPLICATE_WITHIN_DAYS = 3;
const CALLED_WITHIN_DAYS = 14;
const LOYAL_AFTER_DAYS = 2 * 365;
/** Or from this lifetime value on, in the smallest unit of the currency. */
const LOYAL_FROM_CENTS = 100_000;

const UNDER_WAY: ReadonlySet<OrderStatus> = new Set(['processing', 'shipped', 'delayed']);
const PAID: ReadonlySet<OrderStatus> = new Set([...UNDER_WAY, 'delivered']);

/**
 * What is known of a customer at `nowMs`. Facts about orders are those of the order in question when
 * it is named and theirs, else of any of their orders.
 */
export function recordFacts(
  record: CustomerRecord | undefined,
  orderNumber: string | undefined,
  nowMs: number,
): ReadonlySet<RecordFact> {
  if (!record) return new Set(['no-record']);
  const named = record.orders.filter((order) => order.orderNumber === orderNumber);
  const orders = named.length > 0 ? named : record.orders;
  const holds: Record<Exclude<RecordFact, 'no-record'>, boolean> = {
    'open-ticket': record.tickets.some(({ status }) => status !== 'closed'),
    'late-order': orders.some((order) => isLate(order, nowMs)),
    'order-on-the-way': orders.some(({ status }) => UNDER_WAY.has(status)),
    'duplicate-payment': hasDuplicate(record.orders),
    'past-due': record.status === 'past-due',
    'loyal-customer':
      daysSince(record.customerSince, nowMs) >= LOYAL_AFTER_DAYS ||
      record.lifetimeValue.cents >= LOYAL_FROM_CENTS,
    'called-recently': record.calls.some(
      ({ startedAt }) => daysSince(startedAt, nowMs) <= CALLED_WITHIN_DAYS,
    ),
  };
  const facts = Object.entries(holds) as [RecordFact, boolean][];
  return new Set(facts.filter(([, isTrue]) => isTrue).map(([fact]) => fact));
}

function isLate({ status, expectedAt }: CustomerOrder, nowMs: number): boolean {
  if (status === 'delayed') return true;
  return UNDER_WAY.has(status) && expectedAt !== null && Date.parse(expectedAt) < nowMs;
}

function hasDuplicate(orders: readonly CustomerOrder[]): boolean {
  const paid = orders.filter(({ status }) => PAID.has(status));
  return paid.some((order, index) =>
    paid.slice(index + 1).some((other) => {
      const apartMs = Math.abs(Date.parse(order.placedAt) - Date.parse(other.placedAt));
      return (
        order.summary === other.summary &&
        order.total.cents === other.total.cents &&
        order.total.currency === other.total.currency &&
        apartMs <= DUPLICATE_WITHIN_DAYS * DAY_MS
      );
    }),
  );
}

function daysSince(isoTime: string, nowMs: number): number {
  return (nowMs - Date.parse(isoTime)) / DAY_MS;
}
