import type { CallEvent, CallEventEnvelope, EventPage, Heartbeat } from '@agent/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { CallFeed, type FeedState } from './call-feed.ts';
import { RequestError } from './request-error.ts';

const callId = '0193d5d2-8a4e-7a3e-9c39-0d3c4f6f1a10';
const uuid = (n: number) => `0193d5d2-8a4e-7a3e-9c39-${String(n).padStart(12, '0')}`;

function chat(seq: number): CallEventEnvelope {
  const event: CallEvent<'chat.message'> = {
    eventId: uuid(seq),
    callId,
    seq,
    at: '2026-11-23T10:00:00.000Z',
    actor: 'customer',
    type: 'chat.message',
    data: { messageId: uuid(100 + seq), from: 'customer', text: `message ${seq}` },
  };
  return { event, prevSeq: seq - 1 };
}

/** A server whose log a test writes, and a clock that a test moves. */
function setUp(logLength = 2, pageSize = 500, firstError?: Error) {
  const log = Array.from({ length: logLength }, (_, index) => chat(index + 1));
  const readPage = vi.fn(async (after: number): Promise<EventPage> => {
    const envelopes = log.filter(({ event }) => event.seq > after).slice(0, pageSize);
    return { envelopes, lastSeq: log.length };
  });
  if (firstError) readPage.mockRejectedValueOnce(firstError);
  const beat = vi.fn(async (): Promise<Heartbeat> => ({ status: 'active', lastSeq: log.length }));
  const ticks: (() => void)[] = [];
  let state: FeedState | undefined;
  const feed = new CallFeed({
    callId,
    readPage,
    beat,
    onState: (next) => {
      state = next;
    },
    wait: (_ms, signal) =>
      new Promise((resolve) => {
        ticks.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
  });
  running.push(feed);
  feed.start();
  const texts = () => state?.call.chat.map((message) => message.text.slice(8)) ?? [];
  const shows = (...expected: string[]) => vi.waitFor(() => expect(texts()).toEqual(expected));
  const tick = () => {
    for (const next of ticks.splice(0)) next();
  };
  return { feed, log, readPage, beat, shows, tick, state: () => state };
}

const running: CallFeed[] = [];
afterEach(() => {
  for (const feed of running.splice(0)) feed.stop();
});

it('shows the log and then what comes over the room', async () => {
  const { feed, shows, readPage } = setUp();
  await shows('1', '2');
  feed.receive({ kind: 'event', callId, envelope: chat(3) });
  await shows('1', '2', '3');
  expect(readPage).toHaveBeenCalledTimes(1);
});

it('reads page after page until it has everything', async () => {
  const { shows, readPage } = setUp(5, 2);
  await shows('1', '2', '3', '4', '5');
  expect(readPage.mock.calls.map(([after]) => after)).toEqual([0, 2, 4]);
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
  const { log, beat, shows, tick, state } = setUp();
  await shows('1', '2');
  beat.mockRejectedValueOnce(RequestError.offline());
  tick();
  await vi.waitFor(() => expect(state()?.status).toBe('away'));
  expect(state()?.call.chat).toHaveLength(2);
  log.push(chat(3));
  tick();
  await shows('1', '2', '3');
  expect(state()?.status).toBe('ready');
});

it('tries again when the first read fails', async () => {
  const { shows, tick, state } = setUp(2, 500, RequestError.offline());
  await vi.waitFor(() => expect(state()?.status).toBe('away'));
  tick();
  await shows('1', '2');
  expect(state()?.status).toBe('ready');
});

it('stops asking when the call is not ours', async () => {
  const { beat, tick, state, shows } = setUp();
  await shows('1', '2');
  beat.mockRejectedValueOnce(new RequestError('not-found', 'No such call.'));
  tick();
  await vi.waitFor(() => expect(state()?.status).toBe('refused'));
  tick();
  expect(beat).toHaveBeenCalledTimes(1);
});

it('is silent after it was stopped', async () => {
  const { feed, tick, beat, shows } = setUp();
  await shows('1', '2');
  feed.stop();
  tick();
  await Promise.resolve();
  expect(beat).not.toHaveBeenCalled();
});
