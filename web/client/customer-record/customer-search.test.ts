import type { CustomerHit, CustomerSearchPage } from '@agent/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestError } from '../http/request-error.ts';
import { type CustomerSearchState, createCustomerSearch, noSearch } from './customer-search.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hit = (name: string) => ({ customer: { name }, matched: 'name' }) as CustomerHit;
const pageOf = (names: string[], total = names.length): CustomerSearchPage => ({
  hits: names.map(hit),
  total,
  page: 1,
  pageSize: 2,
});

function setUp() {
  const search = vi.fn(async (query: string, page: number) => pageOf([`${query} ${page}`], 2));
  let now: CustomerSearchState = noSearch;
  const found = createCustomerSearch({
    search,
    onState: (next) => {
      now = next;
    },
  });
  return { found, search, now: () => now, names: () => now.hits.map((one) => one.customer.name) };
}

it('asks once the typing pauses, for the newest words', async () => {
  const { found, search, now, names } = setUp();
  found.change('mar');
  await vi.advanceTimersByTimeAsync(200);
  found.change('maria');
  expect(now().status).toBe('loading');
  await vi.advanceTimersByTimeAsync(250);
  expect(search.mock.calls.map(([query]) => query)).toEqual(['maria']);
  expect(names()).toEqual(['maria 1']);
});

it('never shows an answer to an older question', async () => {
  const { found, search, names } = setUp();
  let answerFirst: (page: CustomerSearchPage) => void = () => undefined;
  search.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answerFirst = resolve;
      }),
  );
  found.change('old');
  await vi.advanceTimersByTimeAsync(250);
  found.change('new');
  await vi.advanceTimersByTimeAsync(250);
  answerFirst(pageOf(['old']));
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toEqual(['new 1']);
});

it('asks nothing for less than two characters', async () => {
  const { found, search, now } = setUp();
  found.change('m ');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(search).not.toHaveBeenCalled();
  expect(now()).toEqual(noSearch);
});

it('adds the next page and stops at the last', async () => {
  const { found, search, names } = setUp();
  found.change('maria');
  await vi.advanceTimersByTimeAsync(250);
  found.more();
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toEqual(['maria 1', 'maria 2']);
  found.more();
  await vi.advanceTimersByTimeAsync(0);
  expect(search).toHaveBeenCalledTimes(2);
});

it('says why it failed and asks the same again', async () => {
  const { found, search, now, names } = setUp();
  search.mockRejectedValueOnce(RequestError.offline());
  found.change('maria');
  await vi.advanceTimersByTimeAsync(250);
  expect(now()).toMatchObject({ status: 'error', problem: expect.stringMatching(/reached/) });
  found.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toEqual(['maria 1']);
});
