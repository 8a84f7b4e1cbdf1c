import { fakeCallId as callId, fakeLog, fakeSuggestion, fakeUuid } from '@agent/testing/fake-log';
import { aSuggestionId } from '@agent/testing/ids';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { StoreSuggestionOutcome } from './suggestion-outbox.ts';
import { type UseSuggestionsOptions, useSuggestions } from './use-suggestions.ts';

afterEach(cleanup);

/** A call with one suggestion that waits for the agent. */
async function setUp(options: Partial<UseSuggestionsOptions> = {}) {
  const log = fakeLog();
  log.append('suggestion.offered', fakeSuggestion(), 4_000);
  const answer = Promise.withResolvers<Awaited<ReturnType<StoreSuggestionOutcome>>>();
  const onOutcome = vi.fn<StoreSuggestionOutcome>(() => answer.promise);
  const onUse = vi.fn();
  const readEvents = vi.fn(async (afterSeq: number) => ({
    envelopes: log.envelopes.filter(({ event }) => event.seq > afterSeq),
    lastSeq: log.envelopes.length,
  }));
  const source = { callId, readEvents };
  const hook = renderHook(
    (props: Partial<UseSuggestionsOptions>) =>
      useSuggestions(source, { onOutcome, onUse, ...options, ...props }),
    { initialProps: {}, wrapper: StrictMode },
  );
  await waitFor(() => expect(hook.result.current.suggestions).toHaveLength(1));
  const settle = (settled: () => void) => act(async () => settled());
  return { log, answer, onOutcome, onUse, readEvents, settle, ...hook };
}

const id = aSuggestionId(fakeUuid(1));

it('hands out what a panel takes', async () => {
  const { result } = await setUp();
  expect(result.current).toMatchObject({ density: 'all', problem: null, pendingId: null });
  expect(result.current.suggestions[0]).toMatchObject({
    id,
    state: 'offered',
    offeredAtMs: Date.parse('2026-11-23T10:01:04.000Z'),
  });
  expect(result.current.helper).toEqual({ status: 'none', reason: null });
});

it('takes a used suggestion away at once and puts its words into the chat box', async () => {
  const { result, onUse, onOutcome } = await setUp();
  act(() => result.current.use(id));
  expect(onUse).toHaveBeenCalledWith('I can send it again by express, or refund it.');
  expect(onOutcome).toHaveBeenCalledWith(id, { outcome: 'accepted', how: 'chat' });
  expect(result.current).toMatchObject({ suggestions: [], pendingId: id });
});

it('folds the stored event in', async () => {
  const { result, log, answer, settle } = await setUp();
  act(() => result.current.dismiss(id));
  const stored = log.append('suggestion.dismissed', { suggestionId: id });
  await settle(() => answer.resolve(stored));
  expect(result.current).toMatchObject({ suggestions: [], pendingId: null, problem: null });
});

it.each([
  ['said', { outcome: 'accepted', how: 'said' }],
  ['dismiss', { outcome: 'dismissed' }],
  ['markWrong', { outcome: 'marked-wrong' }],
] as const)('stores %s', async (verb, outcome) => {
  const { result, onOutcome, onUse } = await setUp();
  act(() => result.current[verb](id));
  expect(onOutcome).toHaveBeenCalledWith(id, outcome);
  expect(onUse).not.toHaveBeenCalled();
});

it('uses the words that the agent made of it, unless there are none', async () => {
  const { result, onOutcome, onUse } = await setUp();
  act(() => result.current.edit(id, '  '));
  expect(onOutcome).not.toHaveBeenCalled();
  act(() => result.current.edit(id, 'I will refund it.'));
  expect(onUse).toHaveBeenCalledWith('I will refund it.');
  expect(onOutcome).toHaveBeenCalledWith(id, { outcome: 'edited', text: 'I will refund it.' });
});

it('brings a suggestion back with the reason when it could not be stored', async () => {
  const { result, answer, settle, onOutcome } = await setUp({ problemWords: () => 'No line.' });
  act(() => result.current.dismiss(id));
  expect(result.current.suggestions).toHaveLength(0);
  await settle(() => answer.reject(new Error('offline')));
  expect(result.current).toMatchObject({ problem: 'No line.', pendingId: null });
  expect(result.current.suggestions).toHaveLength(1);
  act(() => result.current.dismiss(id));
  expect(result.current.problem).toBeNull();
  expect(onOutcome).toHaveBeenCalledTimes(2);
});

it('reads the log when the suggestion is gone anyway', async () => {
  const { result, answer, settle, readEvents } = await setUp();
  const reads = readEvents.mock.calls.length;
  act(() => result.current.dismiss(id));
  await settle(() => answer.resolve('gone'));
  await waitFor(() => expect(readEvents).toHaveBeenCalledTimes(reads + 1));
  expect(result.current).toMatchObject({ suggestions: [], problem: null });
});

it('is silent when it is unmounted before the answer', async () => {
  const { result, answer, unmount, settle } = await setUp();
  act(() => result.current.dismiss(id));
  unmount();
  await settle(() => answer.reject(new Error('offline')));
});

it('says that reading has ended for good, not that it comes back by itself', async () => {
  const { result } = renderHook(() =>
    useSuggestions({ callId, readEvents: async () => 'refused' }, { onOutcome: vi.fn() }),
  );
  expect(result.current.unavailable).toBeNull();
  await waitFor(() => expect(result.current.unavailable).toBe('refused'));
});

it('keeps its functions', async () => {
  const { result, rerender } = await setUp();
  const { use, dismiss, setDensity } = result.current;
  rerender({ onUse: vi.fn() });
  expect(result.current).toMatchObject({ use, dismiss, setDensity });
});

it('changes the density at once and takes it back when it cannot be stored', async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  const { result, settle } = await setUp({ density: 'all', onDensityChange: () => promise });
  act(() => result.current.setDensity('important'));
  expect(result.current).toMatchObject({ density: 'important', suggestions: [] });
  await settle(() => reject(new Error('offline')));
  expect(result.current.density).toBe('all');
  expect(result.current.problem).toBe('That could not be stored. Try again.');
  expect(result.current.suggestions).toHaveLength(1);
});

it('follows a density that the backend changes afterwards', async () => {
  const { result, rerender } = await setUp({ onDensityChange: async () => undefined });
  rerender({ density: 'all' });
  act(() => result.current.setDensity('important'));
  rerender({ density: 'important' });
  rerender({ density: 'none' });
  expect(result.current.density).toBe('none');
});
