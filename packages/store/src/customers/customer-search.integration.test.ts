import { beforeEach, expect, test } from 'vitest';
import { customer, order, stored } from '../test-support/customers.ts';
import { useStore } from '../test-support/store.ts';
import { searchCustomers } from './customer-search.ts';

const store = useStore();

beforeEach(() =>
  stored(
    store.db,
    customer({
      name: 'Maria Santos',
      email: 'maria@example.com',
      phone: '+12125550142',
      orders: [order('4521'), order('S-4522')],
    }),
    customer({ name: 'Mariana Sandoval', email: 'mariana@example.org', phone: '+12125550143' }),
    customer({ name: 'Rosa Maria Santos', email: 'rosa@example.com', phone: '+447700900452' }),
    customer({ name: 'James Carter', email: 'james.carter@example.com', phone: '+493023125411' }),
    customer({ name: 'José Muñoz', email: 'jose.munoz@example.net', orders: [order('45210')] }),
    customer({ name: 'Siobhán O’Súilleabháin', email: 'siobhan@example.com' }),
    customer({ name: '李小龍', email: 'lee_siulung@example.com' }),
    customer({ name: 'محمد الفارسي', phone: '+12125554521' }),
  ),
);

async function search(query: string, page = 1) {
  const { hits, ...rest } = await searchCustomers(store.db, { query, page }, 'US');
  return { ...rest, hits, names: hits.map(({ customer: { name } }) => name) };
}

test.each([
  ['the whole name', 'maria santos', 'Maria Santos', 'name'],
  ['the name the other way round', 'Santos, Maria', 'Maria Santos', 'name'],
  ['beginnings of names', 'mar san', 'Maria Santos', 'name'],
  ['letters that changed places', 'Marai Santos', 'Maria Santos', 'name'],
  ['a wrong letter', 'Jomes Carter', 'James Carter', 'name'],
  ['a letter too few', 'Jams Cartr', 'James Carter', 'name'],
  ['letters that changed places in each word', 'Jmaes Catrer', 'James Carter', 'name'],
  ['a short name with letters that changed places', 'jmaes', 'James Carter', 'name'],
  ['a misspelt address', 'james.cartre@exmaple.com', 'James Carter', 'name'],
  ['a misspelt name for an address', 'maria.santso@', 'Maria Santos', 'name'],
  ['a part of the address', 'carter@ex', 'James Carter', 'email'],
  ['an address in capitals', 'MARIA@EXAMPLE.COM', 'Maria Santos', 'email'],
  ['a name without its accents', 'jose munoz', 'José Muñoz', 'name'],
  ['a name with accents it does not have', 'Jamés Cartér', 'James Carter', 'name'],
  ['a name without its apostrophe', 'osuilleabhain', 'Siobhán O’Súilleabháin', 'name'],
  ['another script', '李小', '李小龍', 'name'],
  ['a part of a name in another script', '小龍', '李小龍', 'name'],
  ['a script from right to left', 'محمد', 'محمد الفارسي', 'name'],
  ['a phone number with country code', '+1 212-555-0142', 'Maria Santos', 'phone'],
  ['a phone number with 00', '0044 7700 900452', 'Rosa Maria Santos', 'phone'],
  ['a phone number as dialled in the country', '07700 900 452', 'Rosa Maria Santos', 'phone'],
  ['a phone number with brackets', '(030) 23125/411', 'James Carter', 'phone'],
  ['a phone number with dashes of a typesetter', '212–555‑0142', 'Maria Santos', 'phone'],
  ['a phone number with points in the middle', '212·555·0142,', 'Maria Santos', 'phone'],
  ['a phone number out of a link', 'tel:+12125550142', 'Maria Santos', 'phone'],
  ['a phone number with an extension', '+1 212 555 0142 ext. 3', 'Maria Santos', 'phone'],
  ['a phone number with a zero too many', '+44 07700 900452', 'Rosa Maria Santos', 'phone'],
  ['a phone number as dialled from abroad', '011 44 7700 900452', 'Rosa Maria Santos', 'phone'],
  ['a part of a phone number', '555-0142', 'Maria Santos', 'phone'],
  ['the last digits of a phone number', '0142', 'Maria Santos', 'phone'],
  ['an order number', '#4521', 'Maria Santos', 'order-number'],
  ['an order number in small letters', 'order s-4522', 'Maria Santos', 'order-number'],
  ['an order number without its dash', 's4522', 'Maria Santos', 'order-number'],
  ['an order number without its letters', '4522', 'Maria Santos', 'order-number'],
  ['an order number with a dash it does not have', '45-210', 'José Muñoz', 'order-number'],
  ['the beginning of an order number without its letters', '452 2', 'Maria Santos', 'order-number'],
])('finds somebody by %s', async (_how, query, name, matched) => {
  const [best] = (await search(query)).hits;
  expect(best).toMatchObject({ customer: { name }, matched });
});

test('an order number wins over its beginning, and that over a phone number', async () => {
  const { hits, names } = await search('4521');
  expect(names).toEqual(['Maria Santos', 'José Muñoz', 'محمد الفارسي']);
  expect(hits.map(({ matched, orderNumber }) => [matched, orderNumber])).toEqual([
    ['order-number', '4521'],
    ['order-number', '45210'],
    ['phone', null],
  ]);
});

test('an order number as typed wins over the same digits of another', async () => {
  await stored(store.db, customer({ name: 'Other', orders: [order('S-4521'), order('S-45219')] }));
  const { hits } = await search('4521');
  expect(hits.map(({ orderNumber }) => orderNumber)).toEqual(['4521', 'S-4521', '45210', null]);
  expect((await search('s4521')).hits.map(({ orderNumber }) => orderNumber)).toEqual(['S-4521']);
  expect((await search('45219')).hits.map(({ orderNumber }) => orderNumber)).toEqual(['S-45219']);
});

test('the same name comes first, then names that hold it, then similar ones', async () => {
  const { names } = await search('maria santos');
  expect(names.slice(0, 3)).toEqual(['Maria Santos', 'Rosa Maria Santos', 'Mariana Sandoval']);
});

test('everybody is there once, however many of their data match', async () => {
  const { names, total } = await search('maria');
  expect(names.filter((name) => name === 'Maria Santos')).toHaveLength(1);
  expect(total).toBe(names.length);
});

test('a customer is shown in short', async () => {
  const [hit] = (await search('maria@example.com')).hits;
  expect(hit).toEqual({
    customer: {
      customerId: expect.any(String),
      name: 'Maria Santos',
      email: 'maria@example.com',
      phone: '+12125550142',
      status: 'active',
    },
    matched: 'email',
    orderNumber: null,
  });
});

test.each(['%%', '__', '\\\\', "'; drop table customers; --", '<b>', '٪٪', '..', '🎉🎉'])(
  'nobody is found by "%s"',
  async (query) => {
    expect(await search(query)).toMatchObject({ hits: [], total: 0 });
  },
);

test('two letters find names and addresses that begin with them', async () => {
  expect((await search('ro')).names).toEqual(['Rosa Maria Santos']);
  expect((await search('le')).names).toEqual(['李小龍']);
});

test('an underscore of an address is found as such', async () => {
  expect((await search('lee_siu')).names).toEqual(['李小龍']);
  expect((await search('lee%siu')).names).not.toContain('Maria Santos');
});

test('namesakes are paged in a stable order, each on one page', async () => {
  const namesakes = Array.from({ length: 45 }, () =>
    customer({ name: 'Quentin Same', email: null, phone: null }),
  );
  await stored(store.db, ...namesakes);
  const pages = [
    await search('Quentin Same', 1),
    await search('Quentin Same', 2),
    await search('Quentin Same', 3),
  ];
  expect(pages.map(({ hits, total }) => [hits.length, total])).toEqual([
    [20, 45],
    [20, 45],
    [5, 45],
  ]);
  const ids = pages.flatMap(({ hits }) => hits.map((hit) => hit.customer.customerId));
  expect(new Set(ids).size).toBe(45);
  expect(ids).toEqual([...ids].sort());
  expect(await search('Quentin Same', 4)).toMatchObject({ hits: [], total: 45, page: 4 });
});

test('of more than 200 the best are counted and paged, however many fit', async () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    customer({ name: `Quentin Quill ${index}`, email: `quill${index}@example.com` }),
  );
  await stored(store.db, ...many, customer({ name: 'Quentin Quill' }));
  const { names, total } = await search('quentin quill');
  expect([total, names[0]]).toEqual([200, 'Quentin Quill']);
  expect((await search('@example.com')).total).toBe(200);
  expect((await search('example')).total).toBe(200);
  expect((await search('quentin quill', 10)).hits).toHaveLength(20);
  expect((await search('quentin quill', 11)).hits).toEqual([]);
});

test.each([
  [
    'fifty letters',
    Array.from({ length: 50 }, (_, n) => 'abcdefghijklmnopqrstuvwxyz'[n % 26]).join(' '),
  ],
  ['one letter fifty times', Array.from({ length: 50 }, () => 'x').join(' ')],
  ['signs of patterns', '%_%_%_%_%_\\%'],
  ['signs of queries for words', `' | 'a':* & !( "b"`],
  ['a hundred digits', '1234567890'.repeat(10)],
  [
    'a text',
    'Hello, this is somebody who called about a toaster that never came to her house at all',
  ],
])('%s find nobody', async (_what, query) => {
  expect(await search(query)).toMatchObject({ hits: [], total: 0 });
});

test('words that names have gained are known, so that a slip of them finds somebody', async () => {
  const id = await stored(store.db, customer({ name: 'Zebulon Quartermaine' }));
  expect((await search('zebluon quatermaine')).names).toEqual(['Zebulon Quartermaine']);
  await store.db`update customers set name = 'Wilhelmina Featherstone' where id = ${id}`;
  expect((await search('wilhemlina fetaherstone')).names).toEqual(['Wilhelmina Featherstone']);
  expect((await search('zebluon quatermaine')).names).toEqual([]);
});

test('a name that occurs twice in itself is found as a whole', async () => {
  await stored(store.db, customer({ name: 'Ford Ford' }), customer({ name: 'Ford Fordham' }));
  expect((await search('ford ford')).names).toEqual(['Ford Ford', 'Ford Fordham']);
});
