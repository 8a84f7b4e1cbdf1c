import { createLog } from '@agent/process/log';
import { aQueueId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followQueues } from './live-queues.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const main = aQueueId();

async function setUp(first: readonly string[] | 'away') {
  let stored = first;
  let sign = () => {};
  let language = 'en';
  const queues = await followQueues({
    logger: createLog({ part: 'bot', level: 'silent' }),
    store: {
      async read() {
        if (stored === 'away') throw new Error('away');
        return [{ id: main, language, terms: stored }];
      },
      async watch(onSign) {
        sign = onSign;
        return { close: async () => {} };
      },
    },
  });
  return {
    queues,
    written: (queueId = main) => queues.of(queueId).terms.map(({ text }) => text),
    speak: (next: string) => {
      language = next;
    },
    store: (next: typeof stored) => {
      stored = next;
    },
    sign: async () => {
      sign();
      await vi.advanceTimersByTimeAsync(1);
    },
  };
}

describe('followQueues', () => {
  it('knows the terms of each queue, and none of one that it does not know', async () => {
    const { written } = await setUp(['Kestrelon']);
    expect(written()).toEqual(['Kestrelon']);
    expect(written(aQueueId('other'))).toEqual([]);
  });

  it('knows what is spoken in each, as it is now, and leaves it open where it does not know', async () => {
    const { queues, speak, sign } = await setUp([]);
    expect(queues.of(main).language).toBe('en');
    speak('de');
    await sign();
    expect(queues.of(main).language).toBe('de');
    expect(queues.of(aQueueId('other')).language).toBeUndefined();
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
    const { queues, written, store } = await setUp('away');
    expect(written()).toEqual([]);
    await queues.close();
    store(['Kestrelon']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(written()).toEqual([]);
  });
});
