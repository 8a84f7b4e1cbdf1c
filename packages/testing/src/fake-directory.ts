import type {
  CustomerId,
  CustomerRecord,
  CustomerSearchPage,
  CustomerSummary,
  OrderNumber,
} from '@agent/protocol';
import { aCustomerId } from './ids.ts';

/** What a fake directory knows, and how it does; all of it can change later. */
export interface FakeDirectoryOptions {
  /** Default: nobody is known. */
  records?: readonly CustomerRecord[];
  /** Orders by number with whose they are, beside those in the records. */
  owners?: Readonly<Record<OrderNumber, string>>;
  /** Every question fails, with an error that quotes what was asked. Default false. */
  isAway?: boolean;
  /** Every question stays without an answer. Default false. */
  isFrozen?: boolean;
}

/** Something that the directory was asked, before it answered. */
export interface AskedDirectory {
  method: 'search' | 'find' | 'match' | 'findOrders' | 'create';
  of: readonly unknown[];
}

type Contact = { kind: 'email' | 'phone'; value: string };
type Created = { name: string; email: string | null; phone: string | null };

/** A `CustomerDirectory` in memory; `@agent/store` says what each method promises. */
export interface FakeDirectory {
  isAway: boolean;
  isFrozen: boolean;
  /** How long an answer takes, on timers that may be fake. 0: it does not wait for any. */
  answerMs: number;
  readonly asked: readonly AskedDirectory[];
  /** Adds a record or takes the place of the one with its id. */
  put(record: CustomerRecord): void;
  search(query: { query: string; page: number }): Promise<CustomerSearchPage>;
  find(id: CustomerId, orders?: readonly OrderNumber[]): Promise<CustomerRecord | undefined>;
  match(caller: { name: string; contact: Contact }): Promise<{
    certain: CustomerSummary | undefined;
    candidates: readonly CustomerSummary[];
  }>;
  findOrders(said: string): Promise<{ orderNumber: OrderNumber; customerId: CustomerId }[]>;
  create(customer: Created): Promise<CustomerRecord>;
}

const PAGE_SIZE = 20;

/** Makes a directory that answers what it knew when it was asked. */
export function createFakeDirectory(options: FakeDirectoryOptions = {}): FakeDirectory {
  const { records: known = [], owners = {}, isAway = false, isFrozen = false } = options;
  const ownedOrders = Object.entries(owners).map(
    ([orderNumber, owner]): [OrderNumber, CustomerId] => [orderNumber, aCustomerId(owner)],
  );
  const records = new Map(known.map((record) => [record.customerId, record]));
  const asked: AskedDirectory[] = [];

  async function answer<T>(question: AskedDirectory, give: () => T): Promise<T> {
    asked.push(question);
    const failure = directory.isAway && new Error(`no answer to ${JSON.stringify(question.of)}`);
    const given = failure ? undefined : give();
    if (directory.isFrozen) await new Promise<never>(() => undefined);
    if (directory.answerMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, directory.answerMs));
    }
    if (failure) throw failure;
    return given as T;
  }

  const directory: FakeDirectory = {
    isAway,
    isFrozen,
    answerMs: 0,
    asked,
    put: (record) => void records.set(record.customerId, record),
    search: (query) =>
      answer({ method: 'search', of: [query] }, () => {
        const found = [...records.values()].filter(({ name }) =>
          name.toLowerCase().includes(query.query.toLowerCase()),
        );
        const from = (query.page - 1) * PAGE_SIZE;
        const hits = found
          .slice(from, from + PAGE_SIZE)
          .map(
            (record) =>
              ({ customer: summary(record), matched: 'name', orderNumber: null }) as const,
          );
        return { hits, total: found.length, page: query.page, pageSize: PAGE_SIZE };
      }),
    find: (id, orders) => answer({ method: 'find', of: [id, orders] }, () => records.get(id)),
    match: (caller) =>
      answer({ method: 'match', of: [caller] }, () => {
        const { kind, value } = caller.contact;
        const found = [...records.values()].filter((record) => record[kind] === value).map(summary);
        const [only, another] = found;
        const isCertain = only !== undefined && another === undefined;
        return isCertain
          ? { certain: only, candidates: [] }
          : { certain: undefined, candidates: found.slice(0, 5) };
      }),
    findOrders: (said) =>
      answer({ method: 'findOrders', of: [said] }, () =>
        [...ordersOf(records.values()), ...ownedOrders]
          .filter(([orderNumber]) => means(said, orderNumber))
          .map(([orderNumber, customerId]) => ({ orderNumber, customerId })),
      ),
    create: (customer) =>
      answer({ method: 'create', of: [customer] }, () => {
        const isTaken = [...records.values()].some(
          ({ email, phone }) =>
            (email !== null && email === customer.email) ||
            (phone !== null && phone === customer.phone),
        );
        if (isTaken) throw contactTaken();
        const record = recordOf(aCustomerId(`customer-${records.size + 1}`), customer);
        records.set(record.customerId, record);
        return record;
      }),
  };
  return directory;
}

function ordersOf(records: Iterable<CustomerRecord>): [OrderNumber, CustomerId][] {
  return Array.from(records).flatMap(({ customerId, orders }) =>
    orders.map(({ orderNumber }): [OrderNumber, CustomerId] => [orderNumber, customerId]),
  );
}

/** Digits alone mean each order that has them, `S20418` means S-20418 only. */
function means(said: string, orderNumber: OrderNumber): boolean {
  return said === orderNumber.replace(/[^A-Z\d]/g, '') || said === orderNumber.replace(/\D/g, '');
}

function summary({ customerId, name, email, phone, status }: CustomerRecord): CustomerSummary {
  return { customerId, name, email, phone, status };
}

function recordOf(customerId: CustomerId, customer: Created): CustomerRecord {
  return {
    customerId,
    ...customer,
    status: 'active',
    customerSince: '2026-11-23T09:00:00.000Z',
    lifetimeValue: { cents: 0, currency: 'USD' },
    orders: [],
    tickets: [],
    calls: [],
  };
}

/** What the store throws, as far as anybody looks at it: name and reason. */
function contactTaken(): Error {
  const error = new Error('The contact is taken.');
  return Object.assign(error, { name: 'StoreError', reason: 'contact-taken' });
}
