import type { CallEventEnvelope } from '@agent/protocol';
import { expect, it, vi } from 'vitest';
import { RequestError } from '../http/request-error.ts';
import { createChatOutbox, type OutgoingMessage } from './chat-outbox.ts';

const stored = { prevSeq: 3 } as CallEventEnvelope;

function setUp() {
  const send = vi.fn(async () => stored);
  const onStored = vi.fn();
  let shown: readonly OutgoingMessage[] = [];
  let ids = 0;
  const outbox = createChatOutbox({
    send,
    onStored,
    onChange: (messages) => {
      shown = messages;
    },
    newId: () => `id-${++ids}`,
  });
  return { outbox, send, onStored, shown: () => shown };
}

it('shows a message at once and hands it over when it is stored', async () => {
  const { outbox, onStored, shown } = setUp();
  outbox.send('Hello');
  expect(shown()).toEqual([{ messageId: 'id-1', text: 'Hello', state: 'sending' }]);
  await vi.waitFor(() => expect(shown()).toEqual([]));
  expect(onStored).toHaveBeenCalledWith(stored);
});

it('keeps a failed message with the reason and sends it again under the same id', async () => {
  const { outbox, send, shown } = setUp();
  send.mockRejectedValueOnce(RequestError.offline());
  outbox.send('Hello');
  await vi.waitFor(() => expect(shown()[0]?.state).toBe('failed'));
  expect(shown()[0]?.reason).toMatch(/cannot be reached/);
  outbox.retry('id-1');
  expect(shown()[0]?.state).toBe('sending');
  await vi.waitFor(() => expect(shown()).toEqual([]));
  expect(send.mock.calls).toEqual([
    [{ messageId: 'id-1', text: 'Hello' }],
    [{ messageId: 'id-1', text: 'Hello' }],
  ]);
});

it('does not send twice what is on its way', () => {
  const { outbox, send } = setUp();
  outbox.send('Hello');
  outbox.retry('id-1');
  expect(send).toHaveBeenCalledTimes(1);
});

it('forgets a failed message when told to', async () => {
  const { outbox, send, shown } = setUp();
  send.mockRejectedValueOnce(RequestError.offline());
  outbox.send('Hello');
  await vi.waitFor(() => expect(shown()[0]?.state).toBe('failed'));
  outbox.drop('id-1');
  expect(shown()).toEqual([]);
});
