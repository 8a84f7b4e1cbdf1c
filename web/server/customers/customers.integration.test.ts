import { customerRecordSchema, customerSearchPageSchema } from '@agent/protocol';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { aCustomerId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { provideServices } from '../services.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { addCustomer, addOrder } from '../test-support/customers.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { peopleBudget } from './show-people.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.owner);
});
beforeEach(async () => {
  await harness.clear();
  provideServices(harness.services);
});
afterAll(() => harness.close());

describe('the search for customers', () => {
  it('finds by order number, and says what matched', async () => {
    const customerId = await addCustomer(harness, { name: 'Ada Byron' });
    await addOrder(harness, customerId, '4521');
    const page = customerSearchPageSchema.parse(await (await search('query=4521')).json());
    expect(page).toMatchObject({ total: 1, page: 1 });
    expect(page.hits[0]).toMatchObject({
      customer: { customerId, name: 'Ada Byron' },
      matched: 'order-number',
      orderNumber: '4521',
    });
  });

  it.each([
    ['query=a', 'query'],
    ['', 'query'],
    ['query=a%00b', 'query'],
    [`query=${'x'.repeat(101)}`, 'query'],
    ['query=ada&page=0', 'page'],
    ['query=ada&page=x', 'page'],
    ['query=ada&page=1.5', 'page'],
  ])('refuses %j and names the field', async (query, field) => {
    const response = await search(query);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty(field);
  });

  it.each(['%25', "' or 1=1 --", '_', '(((', '\\'])('takes %s for text', async (query) => {
    await addCustomer(harness, { email: 'grace@example.com' });
    const response = await search(new URLSearchParams({ query: `${query}q` }).toString());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ hits: [], total: 0 });
  });

  it('stops one person from copying the directory, and nobody else', async () => {
    const statuses = await statusesOf(41, () => search('query=ada'));
    expect(statuses.slice(0, 40)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    const other = await sessionHeader(harness, harness.people.otherAgent);
    expect((await search('query=ada', other)).status).toBe(200);
  });

  it('writes nothing of what was searched into the log, not even when it fails', async () => {
    provideServices({ ...harness.services, directory: createFakeDirectory({ isAway: true }) });
    const response = await search('query=unmistakable');
    expect(response.status).toBe(503);
    expect((await errorOf(response)).code).toBe('unavailable');
    expect(harness.logLines.join('')).toContain('customer directory not reached');
    expect(harness.logLines.join('')).not.toContain('unmistakable');
  });

  function search(query: string, as = cookie): Promise<Response> {
    const file = 'api/customers/search/route.ts';
    return send({ file, method: 'GET', cookie: as, query: `?${query}` });
  }
});

describe("a customer's record", () => {
  it('has the orders', async () => {
    const customerId = await addCustomer(harness);
    await addOrder(harness, customerId, '4521');
    const record = customerRecordSchema.parse(await (await find(customerId)).json());
    expect(record).toMatchObject({ customerId, orders: [{ orderNumber: '4521' }] });
  });

  it.each(['nobody', "' or 1=1 --", 'x'.repeat(65), 'a\u0000'])(
    'is not there for %j',
    async (id) => {
      expect((await find(id)).status).toBe(404);
    },
  );

  it('is not read so often that one person could copy the directory', async () => {
    const customerId = await addCustomer(harness);
    const statuses = await statusesOf(41, () => find(customerId));
    expect(statuses.slice(0, 40)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    const other = await sessionHeader(harness, harness.people.otherAgent);
    expect((await find(customerId, other)).status).toBe(200);
  });

  function find(id: string, as = cookie): Promise<Response> {
    const file = 'api/customers/[id]/route.ts';
    return send({ file, method: 'GET', cookie: as, params: { id } });
  }
});

describe('the directory as a whole', () => {
  const directorySize = 236;

  it('cannot be copied: who asks for all is shown a few, and each of them is on record', async () => {
    const ids = await addDirectory();
    const shown = new Set<string>();
    const searches = [...'abcdefghij'].flatMap((letter) =>
      [1, 2, 3].map((page) => `?query=${letter}${letter}&page=${page}`),
    );
    const searched = await Promise.all(searches.map((query) => ask('search', query)));
    for (const response of searched.filter(({ status }) => status === 200)) {
      const { hits } = customerSearchPageSchema.parse(await response.json());
      for (const { customer } of hits) shown.add(customer.customerId);
    }
    const read = await Promise.all(ids.map((id) => ask('[id]', '', { id })));
    for (const response of read.filter(({ status }) => status === 200)) {
      shown.add(customerRecordSchema.parse(await response.json()).customerId);
    }
    expect(shown.size).toBeGreaterThan(0);
    expect(shown.size).toBeLessThanOrEqual(peopleBudget.perMinute);
    expect(shown.size / directorySize).toBeLessThan(0.3);
    expect(await peopleOnRecord()).toEqual(shown);
    expect(await records('customer.limited')).toHaveLength(1);

    const refused = await ask('search', '?query=jj&page=2');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await errorOf(refused)).message).toContain('Wait');
  });

  it('leaves a desk the people of its own call, also when it has seen too many', async () => {
    await addDirectory();
    await seeTooMany();
    const own = await addCustomer(harness, { name: 'Ada', email: 'ada@example.com' });
    const call = await callInState(harness, 'active');
    const stream = statesOf(
      await send({
        file: 'api/calls/[id]/customer/route.ts',
        method: 'GET',
        cookie,
        callId: call.id,
      }),
    );
    expect(JSON.stringify(await stream.next())).toContain(own);
    await stream.close();
    const link = {
      file: 'api/calls/[id]/customer/route.ts',
      method: 'PUT',
      cookie,
      callId: call.id,
    };
    expect((await send({ ...link, body: { customerId: own } })).status).toBe(204);
    expect((await ask('[id]', '', { id: own })).status).toBe(200);
    expect((await send({ ...link, body: { customerId: aCustomerId('c-235') } })).status).toBe(429);
  });

  it('is on record with who was shown whom, from where, and without what was typed', async () => {
    const customerId = await addCustomer(harness, { name: 'Grace Hopper' });
    await ask('search', '?query=unmistakable-grace');
    await ask('search', '?query=hopper');
    await ask('[id]', '', { id: customerId });
    const { owner } = harness.people;
    const who = { actorId: owner.id, actorName: owner.displayName, address: '192.0.2.1' };
    const found = await records('%');
    expect(found).toMatchObject([
      { ...who, action: 'customer.searched', data: { queryLength: 18, total: 0, customers: [] } },
      { ...who, action: 'customer.searched', data: { queryLength: 6, customers: [customerId] } },
      { ...who, action: 'customer.read', subjectKind: 'customer', subjectId: customerId },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/hopper|unmistakable/i);
  });

  async function addDirectory(): Promise<string[]> {
    const ids = Array.from({ length: directorySize }, (_, index) => aCustomerId(`c-${index}`));
    for (const [index, customerId] of ids.entries()) {
      const letter = 'abcdefghij'[index % 10] ?? '';
      await addCustomer(harness, { customerId, name: `${letter}${letter} ${index}` });
    }
    return ids;
  }

  async function seeTooMany(): Promise<void> {
    await harness.services.db`
      insert into people_shown (user_id, customer_id, counted_at)
      select ${harness.people.owner.id}::uuid, 'seen-' || n, clock_timestamp()
      from generate_series(1, ${peopleBudget.perMinute}::integer) n`;
    expect((await ask('search', '?query=aa')).status).toBe(429);
  }

  function ask(what: string, query = '', params?: Record<string, string>): Promise<Response> {
    const file = `api/customers/${what}/route.ts`;
    const headers = { 'x-peer-address': '192.0.2.1' };
    return send({ file, method: 'GET', cookie, query, params, headers });
  }

  async function records(action: string): Promise<Record<string, unknown>[]> {
    return await harness.services.db`
      select * from audit_log where action like ${action} order by id`;
  }

  async function peopleOnRecord(): Promise<Set<string>> {
    const rows = await harness.services.db<{ id: string }[]>`
      select jsonb_array_elements_text(data -> 'customers') as id from audit_log
      where action = 'customer.searched'
      union select subject_id from audit_log where action = 'customer.read'`;
    return new Set(rows.map(({ id }) => id));
  }
});

describe('a new customer', () => {
  it('is stored in one spelling, and found then', async () => {
    const response = await create({
      name: ' Bo Berg ',
      email: 'Bo.Berg@Example.com',
      phone: '(212) 555-0123',
    });
    expect(response.status).toBe(201);
    const record = customerRecordSchema.parse(await response.json());
    expect(record).toMatchObject({
      name: 'Bo Berg',
      email: 'bo.berg@example.com',
      phone: '+12125550123',
      orders: [],
      tickets: [],
      calls: [],
    });
    const file = 'api/customers/[id]/route.ts';
    const again = await send({ file, method: 'GET', cookie, params: { id: record.customerId } });
    expect(await again.json()).toEqual(record);
    expect(harness.logLines.join('')).not.toContain('erg@');
    const { customerId } = record;
    const [created] = await harness.services.db`
      select * from audit_log where action = 'customer.created'`;
    expect(created).toMatchObject({ actorId: harness.people.owner.id, subjectId: customerId });
  });

  it.each([
    [{ name: 'Bo' }, 'email', 'Enter an e-mail address or a phone number.'],
    [{ name: 'Bo', email: 'bo@' }, 'email', 'This is not an e-mail address.'],
    [{ name: '', email: 'bo@example.com' }, 'name', 'Enter the name.'],
    [
      { name: 'B\u202eo', email: 'bo@example.com' },
      'name',
      'Remove the special characters from the name.',
    ],
    [{ name: 'Bo', phone: 'call me' }, 'phone', 'Enter a phone number like +1 212 555 0123.'],
    [{ name: 'Bo', phone: '12' }, 'phone', 'Enter a phone number like +1 212 555 0123.'],
  ])('%j is refused at the field %s', async (customer, field, message) => {
    const response = await create(customer);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toEqual({ [field]: message });
  });

  it.each([
    [
      { name: 'Bo', email: 'ADA@example.com', phone: '+1 212 555 0199' },
      { email: 'Another customer has this e-mail address.' },
    ],
    [
      { name: 'Bo', email: 'bo@example.com', phone: '212 555 0123' },
      { phone: 'Another customer has this phone number.' },
    ],
  ])('%j is refused because the contact is taken', async (customer, fields) => {
    await addCustomer(harness, { email: 'ada@example.com', phone: '+12125550123' });
    const response = await create(customer);
    expect(response.status).toBe(409);
    expect(await errorOf(response)).toMatchObject({ code: 'conflict', fields });
  });

  it('is made once when two people make it at the same time', async () => {
    const customer = { name: 'Bo', email: 'bo@example.com' };
    const responses = await Promise.all([create(customer), create(customer), create(customer)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('cannot be used to try whose contact is known', async () => {
    await addCustomer(harness, { email: 'ada@example.com', phone: '+12125550123' });
    const statuses = await statusesOf(21, () => create({ name: 'Bo', email: 'ada@example.com' }));
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([409]));
    expect(statuses.at(-1)).toBe(429);
  });

  function create(body: unknown): Promise<Response> {
    return send({ file: 'api/customers/route.ts', method: 'POST', cookie, body });
  }
});

/** What is answered when the same is asked so often, one after another. */
async function statusesOf(times: number, ask: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count++) statuses.push((await ask()).status);
  return statuses;
}
