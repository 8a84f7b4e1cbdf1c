import type { Playbook } from '@agent/playbook';
import { createLog } from '@agent/process/log';
import { type PlaybookCard, playbookCardSchema, type QueueId } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPlaybook, type StoredCards } from './live-playbook.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const card = (id: string): PlaybookCard =>
  playbookCardSchema.parse({
    id,
    title: id,
    phrases: ['anything'],
    suggestion: 'Yes.',
    reasoning: 'Why not.',
    action: 'explain',
    confidence: 1,
    source: 'Guide',
  });

/** A store with these cards, and a playbook that only knows how many it has. */
async function setUp(first: readonly PlaybookCard[] | 'away') {
  let stored = first;
  let queues: StoredCards['queues'] = [];
  let compiled = 0;
  let sign = () => {};
  const playbook = await followPlaybook({
    logger: createLog({ part: 'bot', level: 'silent' }),
    store: {
      async read() {
        if (stored === 'away') throw new Error('away');
        return { cards: stored, unreadable: [], queues };
      },
      async watch(onSign) {
        sign = onSign;
        return { close: async () => {} };
      },
    },
    compile(cards): Playbook {
      compiled += 1;
      return { match: () => [], isDone: (cardId) => cards.some(({ id }) => id === cardId) };
    },
  });
  return {
    playbook,
    knows: (id: string, queueId = aQueueId()) => playbook.of(queueId).isDone(id, ''),
    compiled: () => compiled,
    store: (cards: typeof stored) => {
      stored = cards;
    },
    choose: (queueId: QueueId, cardIds: readonly string[] | null) => {
      queues = [...queues.filter(({ id }) => id !== queueId), { id: queueId, cardIds }];
    },
    sign: async () => {
      sign();
      await vi.advanceTimersByTimeAsync(1);
    },
  };
}

describe('followPlaybook', () => {
  it('reads the cards at the start and again at a sign', async () => {
    const { knows, store, sign } = await setUp([card('one')]);
    expect(knows('one')).toBe(true);
    store([card('two')]);
    await sign();
    expect([knows('one'), knows('two')]).toEqual([false, true]);
  });

  it('reads them every minute, as signs may be lost, and compiles only what has changed', async () => {
    const { knows, store, compiled } = await setUp([card('one')]);
    knows('one');
    const before = compiled();
    await vi.advanceTimersByTimeAsync(180_000);
    knows('one');
    expect(compiled()).toBe(before);
    store([card('two')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(knows('two')).toBe(true);
  });

  it('keeps what it read last while the cards cannot be read, and starts without them', async () => {
    const { knows, store, sign } = await setUp('away');
    store([card('one')]);
    await sign();
    store('away');
    await sign();
    expect(knows('one')).toBe(true);
  });

  it('keeps to the cards that apply in a queue, and lets all apply where none are chosen', async () => {
    const [orders, billing] = [aQueueId('orders'), aQueueId('billing')];
    const { knows, choose, sign, compiled } = await setUp([card('one'), card('two')]);
    choose(orders, ['two', 'gone']);
    choose(billing, null);
    await sign();
    const known = (queueId: QueueId) => ['one', 'two'].map((id) => knows(id, queueId));
    expect(known(orders)).toEqual([false, true]);
    expect(known(billing)).toEqual([true, true]);
    expect(known(aQueueId('unknown'))).toEqual([true, true]);
    const before = compiled();
    choose(billing, []);
    await sign();
    expect(known(orders)).toEqual([false, true]);
    expect(known(billing)).toEqual([false, false]);
    expect(compiled()).toBe(before + 2);
  });

  it('leaves no timer when it is closed, even twice', async () => {
    const { playbook } = await setUp([]);
    await playbook.close();
    await playbook.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
