import { aCallId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { createNews } from './wall-news.ts';

const [a, b] = [aCallId(), aCallId()];

it('begins with everything, then gathers each call once', () => {
  const news = createNews();
  expect(news.take()).toEqual({ calls: 'all', agents: true });
  for (const callId of [a, b, a]) news.ofCall(callId);
  news.ofAgents();
  expect(news.take()).toEqual({ calls: new Set([a, b]), agents: true });
  expect(news.take()).toEqual({ calls: new Set(), agents: false });
});

it('takes any call for all, however many are named', () => {
  const news = createNews();
  news.take();
  news.ofCall(a);
  news.ofCall();
  news.ofCall(b);
  expect(news.take()).toEqual({ calls: 'all', agents: false });
});

it('arrives at once with what has come before, with the next, or when it is ended', async () => {
  const news = createNews();
  const { signal } = new AbortController();
  await news.arrival(60_000, signal);
  news.take();
  const next = news.arrival(60_000, signal);
  news.ofCall(a);
  await next;
  news.take();
  const ending = new AbortController();
  const ended = news.arrival(60_000, ending.signal);
  ending.abort();
  await ended;
  await news.arrival(1, signal);
});
