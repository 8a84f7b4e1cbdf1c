import { customerRecordSchema } from '@agent/protocol';
import { expect, it } from 'vitest';
import { demoCustomers } from './demo-customers.ts';

const now = new Date('2026-11-24T10:00:00Z');
const customers = demoCustomers(now);
const called = (name: string) => customers.filter((customer) => customer.name === name);
const daysAgo = (time: string | null | undefined) =>
  (now.getTime() - Date.parse(time ?? '')) / 86_400_000;

it('makes at least 200 customers whom the product can show', () => {
  expect(customers.length).toBeGreaterThanOrEqual(200);
  for (const customer of customers) customerRecordSchema.parse({ ...customer, calls: [] });
});

it('makes the same people each time, however long after', () => {
  const people = (all: typeof customers) =>
    all.map(({ customerId, name, email, phone }) => [customerId, name, email, phone]);
  const later = demoCustomers(new Date('2027-03-01T00:00:00Z'));
  expect(people(later)).toEqual(people(customers));
  expect(demoCustomers(now)).toEqual(customers);
});

it.each([
  ['customer', customers.map(({ customerId }) => customerId)],
  ['e-mail', customers.flatMap(({ email }) => email ?? [])],
  ['phone', customers.flatMap(({ phone }) => phone ?? [])],
  ['order', customers.flatMap(({ orders }) => orders.map((order) => order.orderNumber))],
  ['ticket', customers.flatMap(({ tickets }) => tickets.map((ticket) => ticket.ticketNumber))],
])('gives no two the same %s', (_what, values) => {
  expect(new Set(values).size).toBe(values.length);
});

it('lets everybody be reached, at addresses and numbers that nobody has', () => {
  for (const { email, phone } of customers) {
    expect(email ?? phone).not.toBeNull();
    expect(email ?? 'x@example.com').toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/);
    expect(phone ?? '+12125550100').toMatch(/^\+(1\d{3}55501\d\d|14155552671|44|49|33)/);
  }
});

it('has nothing happen in the future but deliveries, and nobody buy before becoming a customer', () => {
  for (const { orders, tickets, customerSince } of customers) {
    for (const { placedAt } of orders) expect(daysAgo(placedAt)).toBeGreaterThan(0);
    for (const { openedAt } of tickets) expect(daysAgo(openedAt)).toBeGreaterThan(0);
    const placed = orders.map(({ placedAt }) => daysAgo(placedAt));
    expect(daysAgo(customerSince)).toBeGreaterThanOrEqual(Math.max(0, ...placed));
  }
});

it('knows Maria’s coffee machine: two weeks ago, late, a birthday present', () => {
  const [maria] = called('Maria Santos');
  expect(maria?.email).toBe('maria@example.com');
  const order = maria?.orders.find(({ orderNumber }) => orderNumber === '4521');
  expect(order).toMatchObject({
    status: 'delayed',
    summary: expect.stringMatching(/coffee machine.*birthday/i),
  });
  expect(daysAgo(order?.placedAt)).toBeCloseTo(14);
  expect(daysAgo(order?.expectedAt)).toBeGreaterThan(1);
});

it.each([
  ['2026-11-24T10:00:00Z', '2026-11-03'],
  ['2026-12-02T10:00:00Z', '2026-11-03'],
  ['2026-12-03T00:30:00Z', '2026-11-03'],
  ['2027-01-01T10:00:00Z', '2026-12-03'],
])('knows the two payments James sees at %s: of %s', (at, day) => {
  const james = demoCustomers(new Date(at)).find(({ name }) => name === 'James Carter');
  expect(james?.email).toBe('james.carter@example.com');
  const payments = james?.orders.filter(({ placedAt }) => placedAt.startsWith(day));
  expect(payments?.map(({ total }) => total)).toEqual([
    { cents: 2900, currency: 'USD' },
    { cents: 2900, currency: 'USD' },
  ]);
});

it('has namesakes, closed and unpaid accounts, open tickets, other scripts and long names', () => {
  expect(called('John Smith').length).toBeGreaterThanOrEqual(3);
  expect(new Set(customers.map(({ status }) => status)).size).toBe(4);
  expect(customers.some(({ tickets }) => tickets.some(({ status }) => status === 'open'))).toBe(
    true,
  );
  for (const script of [/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Han}/u])
    expect(customers.some(({ name }) => script.test(name))).toBe(true);
  expect(Math.max(...customers.map(({ name }) => name.length))).toBeGreaterThan(60);
});
