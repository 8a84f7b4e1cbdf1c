import type { EventPage } from '@agent/protocol';
import { fakeCallId as callId, fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId } from '@agent/testing/ids';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeMessages } from '../test-support/fake-messages.ts';
import type { CallSource } from './call-source.ts';
import { useCallFeed } from './use-call-feed.ts';
import { useTranscript } from './use-transcript.ts';

afterEach(cleanup);

/** A backend with a log that a test writes and a room whose messages it sends. */
function setUp() {
  const log = fakeLog();
  const room = fakeMessages();
  const readEvents = vi.fn(
    async (afterSeq: number, _signal: AbortSignal): Promise<EventPage | 'refused'> => ({
      envelopes: log.envelopes.filter(({ event }) => event.seq > afterSeq),
      lastSeq: log.envelopes.length,
    }),
  );
  const source: CallSource = { callId, messages: room, readEvents };
  const sendNewest = () => {
    const envelope = log.envelopes.at(-1);
    if (envelope) act(() => room.send({ kind: 'event', callId, envelope }));
  };
  return { log, room, readEvents, source, sendNewest };
}

function open(source: CallSource) {
  return renderHook((props: CallSource) => useTranscript(props), {
    initialProps: source,
    wrapper: StrictMode,
  });
}

it('shows the log and goes on with the messages of the room', async () => {
  const { log, source, sendNewest } = setUp();
  log.say('customer', 1, -0.8);
  const { result } = open(source);
  expect(result.current.status).toBe('loading');
  await waitFor(() => expect(result.current.items).toHaveLength(1));
  expect(result.current.status).toBe('ready');
  expect(result.current.sentiments.get(fakeUuid(1))?.label).toBe('negative');
  log.say('agent', 2);
  sendNewest();
  expect(result.current.items).toHaveLength(2);
});

it('fetches what was lost between two messages', async () => {
  const { log, readEvents, source, sendNewest } = setUp();
  const { result } = open(source);
  await waitFor(() => expect(result.current.status).toBe('ready'));
  const reads = readEvents.mock.calls.length;
  log.say('customer', 1);
  log.say('agent', 2);
  sendNewest();
  await waitFor(() => expect(result.current.items).toHaveLength(2));
  expect(readEvents).toHaveBeenCalledTimes(reads + 1);
});

it('reads the log after the room has reconnected', async () => {
  const { log, room, source } = setUp();
  const { result } = open(source);
  await waitFor(() => expect(result.current.status).toBe('ready'));
  log.say('customer', 1);
  act(() => room.becomes('reconnecting'));
  act(() => room.becomes('connected'));
  await waitFor(() => expect(result.current.items).toHaveLength(1));
});

it('keeps rows that did not change, and gives the same object while nothing does', async () => {
  const { log, room, source } = setUp();
  log.say('customer', 1);
  const { result, rerender } = open(source);
  await waitFor(() => expect(result.current.items).toHaveLength(1));
  const before = result.current;
  rerender({
    ...source,
    readEvents: async (...args) => (await source.readEvents?.(...args)) ?? 'refused',
  });
  expect(result.current).toBe(before);
  const times = { startMs: 500, endMs: 900 };
  const segment = {
    segmentId: aSegmentId(fakeUuid(2)),
    speaker: 'agent',
    revision: 1,
    ...times,
  } as const;
  act(() =>
    room.send({ kind: 'interim', callId, segment: { ...segment, stable: 'So ', tail: 'when' } }),
  );
  expect(result.current.items).toHaveLength(2);
  expect(result.current.items[0]).toBe(before.items[0]);
});

it('says that the backend is away, keeps what it has, and reads again when told', async () => {
  const { log, readEvents, source, sendNewest } = setUp();
  log.say('customer', 1);
  const { result } = open(source);
  await waitFor(() => expect(result.current.items).toHaveLength(1));
  readEvents.mockRejectedValueOnce(new Error('offline'));
  log.say('agent', 2);
  log.say('customer', 3);
  sendNewest();
  await waitFor(() => expect(result.current.status).toBe('away'));
  expect(result.current.items).toHaveLength(1);
  expect(result.current.shownStatus).toBe('ready');
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.items).toHaveLength(3));
  expect(result.current.status).toBe('ready');
});

it('asks no more once it was refused', async () => {
  const { readEvents, source, sendNewest, log } = setUp();
  readEvents.mockResolvedValue('refused');
  const { result } = open(source);
  expect(result.current.shownStatus).toBe('loading');
  await waitFor(() => expect(result.current.status).toBe('refused'));
  expect(result.current.shownStatus).toBe('error');
  const reads = readEvents.mock.calls.length;
  log.say('customer', 1);
  sendNewest();
  expect(readEvents).toHaveBeenCalledTimes(reads);
});

it('aborts its reading and lets go of the room on unmount', async () => {
  const { room, readEvents, source } = setUp();
  readEvents.mockImplementation(() => new Promise(() => undefined));
  const { unmount } = open(source);
  expect(room.listenerCount()).toBe(2);
  unmount();
  expect(room.listenerCount()).toBe(0);
  expect(readEvents.mock.calls.every(([, signal]) => signal.aborted)).toBe(true);
});

it('starts over with another call', async () => {
  const { log, source } = setUp();
  log.say('customer', 1);
  const { result, rerender } = open(source);
  await waitFor(() => expect(result.current.items).toHaveLength(1));
  rerender({ ...source, callId: fakeUuid(5) });
  expect(result.current.items).toHaveLength(0);
});

it('reads the log once for all hooks that share a feed', async () => {
  const { log, readEvents, source } = setUp();
  log.say('customer', 1);
  const { result } = renderHook(() => {
    const feed = useCallFeed(source);
    return [useTranscript(feed), useTranscript(feed)];
  });
  await waitFor(() => expect(result.current[1]?.items).toHaveLength(1));
  expect(result.current[0]?.items).toHaveLength(1);
  expect(readEvents).toHaveBeenCalledTimes(1);
});
