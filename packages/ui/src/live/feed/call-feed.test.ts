import type { CallEvent, CallEventEnvelope, EventPage } from '@agent/protocol';
import { aCallId, anEventId } from '@agent/testing/ids';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeMessages } from '../test-support/fake-messages.ts';
import { CallFeed, type CallFeedOptions } from './call-feed.ts';

const callId = aCallId();
const uuid = (n: number) => `0193d5d2-8a4e-7a3e-9c39-${String(n).padStart(12, '0')}`;

function chat(seq: number): CallEventEnvelope {
  const event: CallEvent<'chat.message'> = {
    eventId: anEventId(uuid(seq)),
    callId,
    seq,
    at: '2026-11-23T10:00:00.000Z',
    actor: 'customer',
    type: 'chat.message',
    data: { messageId: uuid(100 + seq), from: 'customer', text: `message ${seq}` },
  };
  return { event, prevSeq: seq - 1 };
}

function withoutText(seq: number) {
  const { event, prevSeq } = chat(seq);
  return { event: { ...event, data: { messageId: uuid(100 + seq), from: 'customer' } }, prevSeq };
}

/** A server whose log a test writes, and a clock that a test moves. */
function setUp(
  logLength = 2,
  pageSize = 500,
  firstError?: Error,
  options: Partial<CallFeedOptions> = {},
) {
  const log = Array.from({ length: logLength }, (_, index) => chat(index + 1));
  const readEvents = vi.fn(async (after: number): Promise<EventPage | 'refused'> => {
    const envelopes = log.filter(({ event }) => event.seq > after).slice(0, pageSize);
    return { envelopes, lastSeq: log.length };
  });
  if (firstError) readEvents.mockRejectedValueOnce(firstError);
  const readLastSeq = vi.fn(async (): Promise<number | 'refused'> => log.length);
  const ticks: (() => void)[] = [];
  const waits: number[] = [];
  const feed = new CallFeed({
    callId,
    readEvents,
    readLastSeq,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        waits.push(ms);
        ticks.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
    ...options,
  });
  running.push(feed);
  feed.start();
  const texts = () => feed.getState().call.chat.map((message) => message.text.slice(8));
  const shows = (...expected: string[]) => vi.waitFor(() => expect(texts()).toEqual(expected));
  const tick = () => {
    for (const next of ticks.splice(0)) next();
  };
  return { feed, log, readEvents, readLastSeq, waits, shows, tick, state: feed.getState };
}

const running: CallFeed[] = [];
afterEach(() => {
  for (const feed of running.splice(0)) feed.stop();
});

it('shows the log and then what comes over the room', async () => {
  const { feed, shows, readEvents } = setUp();
  await shows('1', '2');
  feed.receive({ kind: 'event', callId, envelope: chat(3) });
  await shows('1', '2', '3');
  expect(readEvents).toHaveBeenCalledTimes(1);
});

it('reads page after page until it has everything', async () => {
  const { shows, readEvents } = setUp(5, 2);
  await shows('1', '2', '3', '4', '5');
  expect(readEvents.mock.calls.map(([after]) => after)).toEqual([0, 2, 4]);
});

it('fetches what was lost in between', async () => {
  const { feed, log, shows } = setUp();
  await shows('1', '2');
  log.push(chat(3), chat(4));
  feed.receive({ kind: 'event', callId, envelope: chat(4) });
  await shows('1', '2', '3', '4');
});

it('notices a lost tail by the heartbeat, without the room', async () => {
  const { log, shows, tick } = setUp();
  await shows('1', '2');
  log.push(chat(3));
  tick();
  await shows('1', '2', '3');
});

it('reads again after a reconnect', async () => {
  const { feed, log, shows } = setUp();
  await shows('1', '2');
  log.push(chat(3));
  feed.resync();
  await shows('1', '2', '3');
});

it('says that the server is away, keeps what it has, and recovers', async () => {
  const { log, readLastSeq, shows, tick, state } = setUp();
  await shows('1', '2');
  readLastSeq.mockRejectedValueOnce(new Error('offline'));
  tick();
  await vi.waitFor(() => expect(state().status).toBe('away'));
  expect(state().call.chat).toHaveLength(2);
  log.push(chat(3));
  tick();
  await shows('1', '2', '3');
  expect(state().status).toBe('ready');
});

it('tries again when the first read fails', async () => {
  const { shows, tick, state } = setUp(2, 500, new Error('offline'));
  await vi.waitFor(() => expect(state().status).toBe('away'));
  tick();
  await shows('1', '2');
  expect(state().status).toBe('ready');
});

it.each([
  ['no page at all', undefined],
  ['a page of another making', { events: [chat(1)] }],
  ['an event without its text', { envelopes: [chat(1), withoutText(2)], lastSeq: 2 }],
])('takes in nothing of %s, and tries again', async (_what, page) => {
  const { feed, shows, readEvents, tick, state } = setUp(0, 500, undefined, {
    readLastSeq: undefined,
  });
  await vi.waitFor(() => expect(state().status).toBe('ready'));
  readEvents.mockResolvedValueOnce(page as EventPage);
  feed.receive({ kind: 'event', callId, envelope: chat(3) });
  await vi.waitFor(() => expect(state().status).toBe('away'));
  await shows();
  readEvents.mockResolvedValueOnce({ envelopes: [chat(1), chat(2)], lastSeq: 3 });
  tick();
  await shows('1', '2', '3');
  expect(state().status).toBe('ready');
});

it('stops asking when the call is not ours', async () => {
  const { readLastSeq, tick, state, shows } = setUp();
  await shows('1', '2');
  readLastSeq.mockResolvedValueOnce('refused');
  tick();
  await vi.waitFor(() => expect(state().status).toBe('refused'));
  tick();
  expect(readLastSeq).toHaveBeenCalledTimes(1);
});

it('is silent after it was stopped', async () => {
  const { feed, tick, readLastSeq, shows } = setUp();
  await shows('1', '2');
  feed.stop();
  tick();
  await Promise.resolve();
  expect(readLastSeq).not.toHaveBeenCalled();
});

it('waits longer and longer for a log that lags behind, and leaves it alone after a while', async () => {
  const { feed, readEvents, waits, shows, tick, log, state } = setUp(2, 500, undefined, {
    readLastSeq: undefined,
  });
  await shows('1', '2');
  feed.receive({ kind: 'event', callId, envelope: chat(4) });
  for (const waited of [1, 2, 3, 4]) {
    await vi.waitFor(() => expect(waits).toHaveLength(waited));
    tick();
  }
  await vi.waitFor(() => expect(readEvents).toHaveBeenCalledTimes(6));
  await Promise.resolve();
  expect(readEvents).toHaveBeenCalledTimes(6);
  expect(waits).toEqual([500, 1000, 2000, 4000]);
  expect(state().status).toBe('ready');
  log.push(chat(3), chat(4));
  feed.retry();
  await shows('1', '2', '3', '4');
});

it('reads at once on retry, in the middle of a wait', async () => {
  const { feed, shows, state } = setUp(2, 500, new Error('offline'), { readLastSeq: undefined });
  await vi.waitFor(() => expect(state().status).toBe('away'));
  feed.retry();
  await shows('1', '2');
});

it('shows what comes over the room where there is no log', async () => {
  const { feed, shows, state } = setUp(0, 500, undefined, {
    readEvents: undefined,
    readLastSeq: undefined,
  });
  expect(state().status).toBe('ready');
  feed.receive({ kind: 'event', callId, envelope: chat(7) });
  feed.receive({ kind: 'event', callId, envelope: chat(9) });
  feed.receive({ kind: 'event', callId, envelope: chat(8) });
  await shows('7', '9');
});

it('follows a room: takes in its messages and reads the log after a reconnect', async () => {
  const { feed, log, readEvents, shows } = setUp();
  await shows('1', '2');
  const room = fakeMessages();
  const unfollow = feed.follow(room);
  log.push(chat(3));
  room.send({ kind: 'event', callId, envelope: chat(3) });
  await shows('1', '2', '3');
  room.becomes('reconnecting');
  log.push(chat(4));
  expect(readEvents).toHaveBeenCalledTimes(1);
  room.becomes('connected');
  await shows('1', '2', '3', '4');
  unfollow();
  expect(room.listenerCount()).toBe(0);
});
