import { createLog } from '@agent/process/log';
import { aQueueId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followTerms } from './live-terms.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const main = aQueueId();

async function setUp(first: readonly string[] | 'away') {
  let stored = first;
  let sign = () => {};
  const terms = await followTerms({
    logger: createLog({ part: 'bot', level: 'silent' }),
    store: {
      async read() {
        if (stored === 'away') throw new Error('away');
        return [{ id: main, terms: stored }];
      },
      async watch(onSign) {
        sign = onSign;
        return { close: async () => {} };
      },
    },
  });
  return {
    terms,
    written: (queueId = main) => terms.of(queueId).map(({ text }) => text),
    store: (next: typeof stored) => {
      stored = next;
    },
    sign: async () => {
      sign();
      await vi.advanceTimersByTimeAsync(1);
    },
  };
}

describe('followTerms', () => {
  it('knows the terms of each queue, and none of one that it does not know', async () => {
    const { written } = await setUp(['Kestrelon']);
    expect(written()).toEqual(['Kestrelon']);
    expect(written(aQueueId('other'))).toEqual([]);
  });

  it('takes up what has changed at a sign, or within a minute', async () => {
    const { written, store, sign } = await setUp(['Kestrelon']);
    store(['Brevanta']);
    await sign();
    expect(written()).toEqual(['Brevanta']);
    store(['Nimbari']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written()).toEqual(['Nimbari']);
  });

  it('keeps what it knows while the store is away', async () => {
    const { written, store, sign } = await setUp(['Kestrelon']);
    store('away');
    await sign();
    expect(written()).toEqual(['Kestrelon']);
  });

  it('begins without terms when it cannot read them, and reads nothing once closed', async () => {
    const { terms, written, store } = await setUp('away');
    expect(written()).toEqual([]);
    await terms.close();
    store(['Kestrelon']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(written()).toEqual([]);
  });
});
