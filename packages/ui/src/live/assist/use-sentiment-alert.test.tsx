import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId } from '@agent/testing/ids';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { CallFeed } from '../feed/call-feed.ts';
import { useSentimentAlert } from './use-sentiment-alert.ts';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

/** The feed of a call with so many sentences of an upset customer, the last of which is alerted. */
function upsetCall(sentences: number) {
  const log = fakeLog();
  const say = () => {
    const segment = log.envelopes.length;
    log.say('customer', segment, -0.8);
    const alert = {
      segmentId: aSegmentId(fakeUuid(segment)),
      score: -0.8,
      advice: `Advice ${segment}.`,
    };
    log.append('sentiment.alerted', alert);
  };
  for (let said = 0; said < sentences; said += 1) say();
  const feed = new CallFeed({
    callId: log.state().callId,
    readEvents: async () => ({ envelopes: log.envelopes, lastSeq: log.envelopes.length }),
  });
  feed.start();
  running.push(feed);
  const sayMore = () =>
    act(() => {
      const known = log.envelopes.length;
      say();
      log.envelopes.slice(known).forEach(feed.receiveEnvelope);
    });
  return { feed, sayMore };
}
const running: CallFeed[] = [];
afterEach(() => {
  for (const feed of running.splice(0)) feed.stop();
});

async function open(feed: CallFeed) {
  const hook = renderHook((props: { feed: CallFeed }) => useSentimentAlert(props.feed), {
    initialProps: { feed },
    wrapper: StrictMode,
  });
  await waitFor(() => expect(feed.getState().status).toBe('ready'));
  const advice = () => hook.result.current.alert?.advice.slice(0, 6);
  return { ...hook, advice };
}

it('shows what comes while the page is open, not what the log had before', async () => {
  const { feed, sayMore } = upsetCall(1);
  const { advice } = await open(feed);
  expect(advice()).toBeUndefined();
  sayMore();
  expect(advice()).toBe('Advice');
});

it('is put away by the agent, or by itself after 20 s', async () => {
  const { feed, sayMore } = upsetCall(0);
  const { result, advice } = await open(feed);
  sayMore();
  act(() => result.current.dismiss());
  expect(advice()).toBeUndefined();
  vi.useFakeTimers();
  sayMore();
  expect(advice()).toBe('Advice');
  act(() => vi.advanceTimersByTime(20_000));
  expect(advice()).toBeUndefined();
});

it('starts over with another call: what that log had is past, what comes is shown', async () => {
  const long = upsetCall(9);
  const { advice, rerender } = await open(long.feed);
  long.sayMore();
  expect(advice()).toBe('Advice');
  const short = upsetCall(1);
  rerender({ feed: short.feed });
  await waitFor(() => expect(short.feed.getState().status).toBe('ready'));
  expect(advice()).toBeUndefined();
  short.sayMore();
  expect(advice()).toBe('Advice');
});

it('shows no past alert of a longer call that follows', async () => {
  const short = upsetCall(0);
  const { advice, rerender } = await open(short.feed);
  const long = upsetCall(9);
  rerender({ feed: long.feed });
  await waitFor(() => expect(long.feed.getState().status).toBe('ready'));
  expect(advice()).toBeUndefined();
});
