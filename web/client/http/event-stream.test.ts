import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { followEventStream, type StreamSource, type StreamState } from './event-stream.ts';

function setUp(refused = false) {
  const sources: (StreamSource & { closed: boolean; replace(): void })[] = [];
  const states: StreamState<{ n: number }>[] = [];
  const waits: number[] = [];
  const following = new AbortController();
  void followEventStream({
    url: '/stream',
    schema: z.object({ n: z.number() }),
    onState: (state) => states.push(state),
    signal: following.signal,
    open: () => {
      const source = {
        closed: false,
        readyState: 0,
        onopen: null,
        onmessage: null,
        onerror: null,
        addEventListener: (_type: 'replaced', listener: () => void) => {
          source.replace = listener;
        },
        replace: () => {},
        close() {
          this.closed = true;
        },
      };
      sources.push(source);
      return source;
    },
    isRefused: async () => refused,
    wait: async (ms) => void waits.push(ms),
    random: () => 0,
  });
  return { sources, states, waits, following };
}

it('hands on what fits the schema and drops the rest', () => {
  const { sources, states } = setUp();
  sources[0]?.onopen?.();
  sources[0]?.onmessage?.({ data: '{"n":1}' });
  sources[0]?.onmessage?.({ data: 'not json' });
  sources[0]?.onmessage?.({ data: '{"n":"x"}' });
  expect(states.at(-1)).toEqual({ data: { n: 1 }, connection: 'open' });
});

it('keeps the last value while it is offline and opens the stream again', async () => {
  const { sources, states, waits } = setUp();
  sources[0]?.onmessage?.({ data: '{"n":1}' });
  sources[0]?.onerror?.();
  await vi.waitFor(() => expect(sources).toHaveLength(2));
  expect(states.at(-1)?.connection).toBe('open');
  sources[1]?.onerror?.();
  await vi.waitFor(() => expect(sources).toHaveLength(3));
  expect(states.at(-1)).toEqual({ data: { n: 1 }, connection: 'offline' });
  expect(sources[0]?.closed).toBe(true);
  sources[2]?.onopen?.();
  expect(states.at(-1)?.connection).toBe('open');
  expect(waits).toEqual([500, 1000]);
});

it('gives up for newer windows, so that they do not take the stream from each other', async () => {
  const { sources, states } = setUp();
  sources[0]?.onmessage?.({ data: '{"n":1}' });
  sources[0]?.replace();
  sources[0]?.onerror?.();
  await vi.waitFor(() => {
    expect(states.at(-1)).toEqual({ data: { n: 1 }, connection: 'replaced' });
  });
  expect(sources).toHaveLength(1);
  expect(sources[0]?.closed).toBe(true);
});

it('says that the server cannot read what it would tell, and keeps the last value', async () => {
  const { sources, states } = setUp();
  sources[0]?.onmessage?.({ data: '{"n":1}' });
  sources[0]?.onmessage?.({ data: 'null' });
  expect(states.at(-1)).toEqual({ data: { n: 1 }, connection: 'unreadable' });
  sources[0]?.onerror?.();
  await vi.waitFor(() => expect(sources).toHaveLength(2));
  sources[1]?.onopen?.();
  expect(states.at(-1)?.connection).toBe('unreadable');
  sources[1]?.onmessage?.({ data: '{"n":2}' });
  expect(states.at(-1)).toEqual({ data: { n: 2 }, connection: 'open' });
});

it('waits longer after each failure, and starts over once it has been open', async () => {
  const { sources, waits } = setUp();
  for (let index = 0; index < 3; index += 1) {
    sources[index]?.onerror?.();
    await vi.waitFor(() => expect(sources).toHaveLength(index + 2));
  }
  sources[3]?.onopen?.();
  sources[3]?.onerror?.();
  await vi.waitFor(() => expect(waits).toEqual([500, 1000, 2000, 500]));
});

it('closes and says nothing more after the end', async () => {
  const { sources, states, following } = setUp();
  sources[0]?.onopen?.();
  following.abort();
  await Promise.resolve();
  expect(sources[0]?.closed).toBe(true);
  expect(sources).toHaveLength(1);
  expect(states).toHaveLength(1);
});

it('gives up when the server refuses it', async () => {
  const { sources, states } = setUp(true);
  sources[0]?.onerror?.();
  await vi.waitFor(() => expect(sources).toHaveLength(2));
  sources[1]?.onerror?.();
  await vi.waitFor(() => expect(states.at(-1)?.connection).toBe('refused'));
  expect(sources).toHaveLength(2);
});

it('opens the stream again when it has fallen silent', async () => {
  vi.useFakeTimers();
  try {
    const { sources, following } = setUp();
    sources[0]?.onopen?.();
    await vi.advanceTimersByTimeAsync(14_000);
    sources[0]?.onmessage?.({ data: '{"n":1}' });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(sources).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sources).toHaveLength(2);
    following.abort();
  } finally {
    vi.useRealTimers();
  }
});
