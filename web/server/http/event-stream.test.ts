import { createLog } from '@agent/process/log';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meters } from '../meters.ts';
import { createStateGates } from '../services.ts';
import { testEnv } from '../test-support/harness.ts';
import { defaultTimings, eventStream } from './event-stream.ts';
import { createStreamPlaces, type StreamPlaces } from './stream-places.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Opened {
  tellsUnreadable?: boolean;
  method?: 'GET' | 'HEAD';
  streamPlaces?: StreamPlaces;
}

function open(state: () => Promise<unknown>, options: Opened = {}) {
  const [browser, stopping] = [new AbortController(), new AbortController()];
  const unsubscribe = vi.fn();
  let change = () => {};
  const { method = 'GET', streamPlaces = createStreamPlaces(meters), ...rest } = options;
  const request = new Request('http://localhost', { method, signal: browser.signal });
  const response = eventStream(
    {
      env: testEnv,
      log: createLog({ part: 'web', level: 'silent' }),
      meters,
      stopping,
      streamPlaces,
      stateGates: createStateGates(4),
    },
    {
      name: 'agent',
      owner: 'somebody',
      request,
      state,
      ...rest,
      subscribe: (onChange) => {
        change = onChange;
        return unsubscribe;
      },
    },
  );
  return { text: response.text(), browser, stopping, unsubscribe, change: () => change() };
}

async function openStreams(): Promise<number | undefined> {
  const { values } = await meters.openStreams.get();
  return values.find(({ labels }) => labels.stream === 'agent')?.value;
}

describe('an event stream', () => {
  it('sends the state at once, after a change and every few seconds', async () => {
    let count = 0;
    const stream = open(async () => ++count);
    await vi.advanceTimersByTimeAsync(0);
    stream.change();
    await vi.advanceTimersByTimeAsync(defaultTimings.everyMs);
    stream.browser.abort();
    expect(await stream.text).toBe('retry: 2000\n\ndata: 1\n\ndata: 2\n\ndata: 3\n\n');
  });

  it('makes one message of many changes while the state is being read', async () => {
    let count = 0;
    const stream = open(async () => ++count);
    for (let change = 0; change < 10; change++) stream.change();
    await vi.advanceTimersByTimeAsync(0);
    stream.browser.abort();
    expect((await stream.text).match(/data/g)).toHaveLength(2);
  });

  it('sends nothing for a change that shows nothing new, and keeps its rhythm', async () => {
    let shown = 'a';
    const stream = open(async () => shown);
    await vi.advanceTimersByTimeAsync(1_000);
    stream.change();
    await vi.advanceTimersByTimeAsync(defaultTimings.everyMs - 1_000);
    shown = 'b';
    stream.change();
    await vi.advanceTimersByTimeAsync(1_000);
    stream.change();
    await vi.advanceTimersByTimeAsync(defaultTimings.everyMs - 1_001);
    stream.browser.abort();
    // At once and in any case after five seconds, and the change of what is shown.
    expect(await stream.text).toBe('retry: 2000\n\ndata: "a"\n\ndata: "a"\n\ndata: "b"\n\n');
  });

  it('keeps the connection with a comment while the state cannot be read', async () => {
    let isAway = true;
    const stream = open(async () => {
      if (isAway) throw new Error('away');
      return 'back';
    });
    await vi.advanceTimersByTimeAsync(0);
    isAway = false;
    await vi.advanceTimersByTimeAsync(defaultTimings.everyMs);
    stream.browser.abort();
    expect(await stream.text).toBe('retry: 2000\n\n: no news\n\ndata: "back"\n\n');
  });

  it('says that the state cannot be read, where that is for the reader to know', async () => {
    const stream = open(() => Promise.reject(new Error('away')), { tellsUnreadable: true });
    await vi.advanceTimersByTimeAsync(0);
    stream.browser.abort();
    expect(await stream.text).toBe('retry: 2000\n\ndata: null\n\n');
  });

  it.each([
    ['the browser goes', 'browser'],
    ['the server stops', 'stopping'],
  ] as const)('ends and cleans up when %s', async (_title, who) => {
    const before = (await openStreams()) ?? 0;
    const stream = open(async () => 1);
    expect(await openStreams()).toBe(before + 1);
    stream[who].abort();
    await stream.text;
    expect(stream.unsubscribe).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(await openStreams()).toBe(before);
  });

  it('ends when there is nothing to show any more, and after ten minutes', async () => {
    const over = open(async () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(await over.text).toBe('retry: 2000\n\n');
    const long = open(async () => 1);
    await vi.advanceTimersByTimeAsync(defaultTimings.longestMs);
    expect(await long.text).toContain('data: 1');
  });

  it('answers HEAD without opening one', async () => {
    const before = await openStreams();
    const stream = open(async () => 1, { method: 'HEAD' });
    expect(await stream.text).toBe('');
    expect(await openStreams()).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends for a newer one of the same person, and says so', async () => {
    const limits = { perOwner: 1, perAddress: 9, perProcess: 9 };
    const streamPlaces = createStreamPlaces(meters, limits);
    const before = (await openStreams()) ?? 0;
    const first = open(async () => 1, { streamPlaces });
    await vi.advanceTimersByTimeAsync(0);
    const second = open(async () => 2, { streamPlaces });
    expect(await first.text).toBe('retry: 2000\n\ndata: 1\n\nevent: replaced\ndata: null\n\n');
    expect(await openStreams()).toBe(before + 1);
    second.browser.abort();
    expect(await second.text).not.toContain('replaced');
  });
});
