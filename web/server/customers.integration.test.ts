import { customerRecordSchema, customerSearchPageSchema } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { provideServices } from './services.ts';
import { addCustomer, addOrder, awayDirectory } from './test-support/customers.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { errorOf, send } from './test-support/send.ts';
import { sessionHeader } from './test-support/viewers.ts';

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
    await addCustomer(harness);
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
    provideServices({ ...harness.services, directory: awayDirectory(harness) });
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
