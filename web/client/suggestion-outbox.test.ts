import type { CallEventEnvelope } from '@agent/protocol';
import { expect, it, vi } from 'vitest';
import { RequestError } from './request-error.ts';
import {
  createSuggestionOutbox,
  nothingSettling,
  type SuggestionOutboxState,
} from './suggestion-outbox.ts';

const stored = { prevSeq: 3 } as CallEventEnvelope;
const dismissed = { outcome: 'dismissed' } as const;

function setUp() {
  const settle = vi.fn(async () => stored);
  const onStored = vi.fn();
  const onOvertaken = vi.fn();
  let now: SuggestionOutboxState = nothingSettling;
  const outbox = createSuggestionOutbox({
    settle,
    onStored,
    onOvertaken,
    onChange: (next) => {
      now = next;
    },
  });
  return { outbox, settle, onStored, onOvertaken, now: () => now };
}

it('takes a suggestion away at once and hands the event over', async () => {
  const { outbox, onStored, now } = setUp();
  outbox.settle('a', dismissed);
  expect(now().settling.has('a')).toBe(true);
  await vi.waitFor(() => expect(onStored).toHaveBeenCalledWith(stored));
  expect(now().settling.has('a')).toBe(true);
});

it('sends one request for one suggestion', () => {
  const { outbox, settle } = setUp();
  outbox.settle('a', dismissed);
  outbox.settle('a', { outcome: 'marked-wrong' });
  expect(settle).toHaveBeenCalledTimes(1);
});

it('brings a suggestion back with the reason when the server cannot take it', async () => {
  const { outbox, settle, now } = setUp();
  settle.mockRejectedValueOnce(RequestError.offline());
  outbox.settle('a', dismissed);
  await vi.waitFor(() => expect(now().problem).toMatch(/cannot be reached/));
  expect(now().settling.has('a')).toBe(false);
  outbox.settle('a', dismissed);
  expect(now()).toMatchObject({ problem: null });
  expect(settle).toHaveBeenCalledTimes(2);
});

it('makes no fuss about a suggestion that is gone anyway', async () => {
  const { outbox, settle, onOvertaken, now } = setUp();
  settle.mockRejectedValueOnce(new RequestError('conflict', 'It has expired.'));
  outbox.settle('a', dismissed);
  await vi.waitFor(() => expect(onOvertaken).toHaveBeenCalledOnce());
  expect(now()).toEqual({ settling: new Set(['a']), problem: null });
});
