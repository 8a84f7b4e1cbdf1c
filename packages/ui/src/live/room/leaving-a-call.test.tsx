import { act, cleanup, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLivekit } from '../test-support/fake-livekit.ts';
import { type UseAudioCallOptions, useAudioCall } from './use-audio-call.ts';

vi.mock('livekit-client', async (importActual) => ({
  ...(await importActual<object>()),
  ...(await import('../test-support/fake-livekit.ts')).fakeLivekit.exports,
}));

const { requests, publications, tracks, liveTrackCount, openRoomCount } = fakeLivekit;

beforeEach(() => {
  Object.defineProperty(navigator, 'mediaDevices', { value: {}, configurable: true });
});
afterEach(() => {
  cleanup();
  fakeLivekit.reset();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

/** Lets everything happen that needs no answer from outside. */
function settled(): Promise<void> {
  return act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

async function join(options: Partial<UseAudioCallOptions> = {}) {
  const hook = renderHook(
    (props: Partial<UseAudioCallOptions>) =>
      useAudioCall({
        ...{ callId: 'call-1', active: true, held: false },
        getAccess: async () => ({ url: 'wss://livekit.invalid', token: 'fresh' }),
        ...props,
      }),
    { initialProps: options, wrapper: StrictMode },
  );
  await settled();
  return hook;
}

/** Joins as far as said: `asked` for the microphone, `granted` and being published, `sent`. */
async function joinUntil(step: 'asked' | 'granted' | 'sent') {
  const hook = await join();
  if (step !== 'asked') requests[0]?.grant();
  await settled();
  if (step === 'sent') publications[0]?.accept();
  await settled();
  return hook;
}

/** Every answer that can still come comes now. */
async function everythingAnswers(how: 'yes' | 'no') {
  for (const request of requests) how === 'yes' ? request.grant() : request.deny();
  await settled();
  for (const publication of publications)
    how === 'yes' ? publication.accept() : publication.refuse();
  await settled();
}

const steps = ['asked', 'granted', 'sent'] as const;
const answers = ['yes', 'no'] as const;
const orders = steps.flatMap((step) => answers.map((answer) => [step, answer] as const));

describe('after a call is left, no microphone is live', () => {
  it.each(orders)(
    'on unmount with the microphone %s, later answers being %s',
    async (step, how) => {
      const { unmount } = await joinUntil(step);
      expect(liveTrackCount()).toBe(step === 'asked' ? 0 : 1);
      unmount();
      await settled();
      expect(liveTrackCount()).toBe(0);
      await everythingAnswers(how);
      expect([liveTrackCount(), openRoomCount()]).toEqual([0, 0]);
    },
  );

  it.each(orders)('when no longer active with it %s, later answers being %s', async (step, how) => {
    const { rerender } = await joinUntil(step);
    rerender({ active: false });
    await settled();
    await everythingAnswers(how);
    expect([liveTrackCount(), openRoomCount()]).toEqual([0, 0]);
  });

  it('when the device is reopened after the leaving', async () => {
    const { unmount } = await joinUntil('sent');
    unmount();
    for (const track of tracks) track.reopen();
    expect(liveTrackCount()).toBe(0);
  });

  it('when it is unmounted before it has joined', async () => {
    const { unmount } = renderHook(
      () =>
        useAudioCall({
          ...{ callId: 'call-1', active: true, held: false },
          getAccess: async () => ({ url: 'wss://livekit.invalid', token: 'fresh' }),
        }),
      { wrapper: StrictMode },
    );
    unmount();
    await settled();
    expect([requests.length, openRoomCount()]).toEqual([0, 0]);
  });
});

describe('a call that is joined again', () => {
  it('opens one microphone under StrictMode', async () => {
    await joinUntil('sent');
    expect([requests.length, liveTrackCount(), openRoomCount()]).toEqual([1, 1, 1]);
  });

  it.each(['asked', 'granted'] as const)(
    'has its microphone at once, though the one before was left with it %s',
    async (step) => {
      const { rerender } = await joinUntil(step);
      rerender({ active: false });
      rerender({ active: true });
      await settled();
      expect(requests).toHaveLength(2);
      requests[1]?.grant();
      await settled();
      publications.at(-1)?.accept();
      if (step === 'asked') requests[0]?.grant();
      await settled();
      expect([liveTrackCount(), openRoomCount()]).toEqual([1, 1]);
    },
  );

  it('keeps one microphone when the call becomes another call', async () => {
    const { rerender } = await joinUntil('granted');
    rerender({ callId: 'call-2' });
    await settled();
    await everythingAnswers('yes');
    expect([liveTrackCount(), openRoomCount()]).toEqual([1, 1]);
  });

  it('shows no problem of the microphone of the call that was left', async () => {
    const { rerender, result } = await joinUntil('asked');
    rerender({ active: false });
    rerender({ active: true });
    await settled();
    requests[0]?.deny();
    await settled();
    expect(result.current.state.problem).toBeNull();
    requests[1]?.deny();
    await settled();
    expect(result.current.state.problem).toBe('microphone-denied');
  });
});

it('tells a page that may not ask for a microphone, without asking', async () => {
  Reflect.deleteProperty(navigator, 'mediaDevices');
  const { result } = await join();
  expect(result.current.state).toMatchObject({
    connection: 'connected',
    problem: 'microphone-unsupported',
  });
  expect(requests).toEqual([]);
});
