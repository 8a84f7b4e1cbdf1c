import type { CallEventEnvelope } from '@agent/protocol';
import { expect, it, vi } from 'vitest';
import { createSuggestionOutbox, type StoreSuggestionOutcome } from './suggestion-outbox.ts';

const stored = { prevSeq: 3 } as CallEventEnvelope;
const dismissed = { outcome: 'dismissed' } as const;

function setUp() {
  const store = vi.fn<StoreSuggestionOutcome>(async () => stored);
  const onStored = vi.fn();
  const onOvertaken = vi.fn();
  const problemWords = () => 'It did not work.';
  const outbox = createSuggestionOutbox({ store, onStored, onOvertaken, problemWords });
  return { outbox, store, onStored, onOvertaken, now: outbox.get };
}

it('takes a suggestion away at once and hands the event over', async () => {
  const { outbox, onStored, now } = setUp();
  expect(outbox.settle('a', dismissed)).toBe(true);
  expect(now()).toMatchObject({ settling: new Set(['a']), pendingId: 'a' });
  await vi.waitFor(() => expect(onStored).toHaveBeenCalledWith(stored));
  await vi.waitFor(() => expect(now().pendingId).toBeNull());
  expect(now().settling.has('a')).toBe(true);
});

it('sends one request for one suggestion', () => {
  const { outbox, store } = setUp();
  outbox.settle('a', dismissed);
  expect(outbox.settle('a', { outcome: 'marked-wrong' })).toBe(false);
  expect(store).toHaveBeenCalledTimes(1);
});

it('brings a suggestion back with the reason when it cannot be stored', async () => {
  const { outbox, store, now } = setUp();
  store.mockRejectedValueOnce(new Error('offline'));
  outbox.settle('a', dismissed);
  await vi.waitFor(() => expect(now().problem).toBe('It did not work.'));
  expect(now().settling.has('a')).toBe(false);
  outbox.settle('a', dismissed);
  expect(now()).toMatchObject({ problem: null });
  expect(store).toHaveBeenCalledTimes(2);
});

it('brings back one suggestion only when two are under way', async () => {
  const { outbox, store, now } = setUp();
  store.mockRejectedValueOnce(new Error('offline'));
  outbox.settle('a', dismissed);
  outbox.settle('b', dismissed);
  await vi.waitFor(() => expect(now().problem).not.toBeNull());
  expect(now().settling).toEqual(new Set(['b']));
});

it.each(['gone', undefined] as const)('reads the log when told %s', async (answer) => {
  const { outbox, store, onOvertaken, now } = setUp();
  store.mockResolvedValueOnce(answer);
  outbox.settle('a', dismissed);
  await vi.waitFor(() => expect(onOvertaken).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(now().pendingId).toBeNull());
  expect(now()).toMatchObject({ settling: new Set(['a']), problem: null });
});
