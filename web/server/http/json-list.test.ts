import { expect, it } from 'vitest';
import { jsonList } from './json-list.ts';

async function* pagesOf(pages: readonly unknown[][]) {
  yield* pages;
}

async function* failingAfter(pages: readonly unknown[][]) {
  yield* pages;
  throw new Error('away');
}

it('is the JSON of all pages, of one, and of none', async () => {
  for (const pages of [[[1, 2], [3]], [['a "quoted" one']], []]) {
    const response = await jsonList('items', pagesOf(pages));
    expect(await response.json()).toEqual({ items: pages.flat() });
    expect(response.headers.get('content-type')).toBe('application/json');
  }
});

it('is an answer of its own when nothing can be read', async () => {
  await expect(jsonList('items', failingAfter([]))).rejects.toThrow('away');
});

it('breaks off when a later page cannot be read, so that nobody takes it for whole', async () => {
  const response = await jsonList('items', failingAfter([[1], [2]]));
  await expect(response.text()).rejects.toThrow('away');
});

it('reads no further than its client does', async () => {
  let isEnded = false;
  let read = 0;
  async function* endless() {
    try {
      for (;;) {
        read += 1;
        yield [read];
      }
    } finally {
      isEnded = true;
    }
  }
  const response = await jsonList('items', endless());
  const reader = response.body?.getReader();
  await reader?.read();
  expect(read).toBe(2);
  await reader?.cancel();
  expect(isEnded).toBe(true);
});
