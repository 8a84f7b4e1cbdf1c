import { DATA_TOPIC, encodeDataMessage } from '@agent/protocol';
import { aCallId } from '@agent/testing/ids';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeRooms } from './fake-room.ts';
import { useAudioCall } from './use-audio-call.ts';
import { useRoomMessages } from './use-room-messages.ts';

afterEach(cleanup);

const callId = aCallId();
const getAccess = async () => ({ url: 'ws://room', token: 't' });

function open(fake: ReturnType<typeof fakeRooms>, onMessage = vi.fn()) {
  return renderHook(
    (props: { active: boolean; held: boolean }) => {
      const audio = useAudioCall({ callId, getAccess, createRoom: fake.createRoom, ...props });
      useRoomMessages(audio.call, onMessage);
      return audio;
    },
    { initialProps: { active: true, held: false }, wrapper: StrictMode },
  );
}

it('is in one room under StrictMode and leaves on unmount', async () => {
  const fake = fakeRooms();
  const { result, unmount } = open(fake);
  await waitFor(() => expect(result.current.state.connection).toBe('connected'));
  expect(fake.rooms.filter((room) => !room.closed)).toHaveLength(1);
  unmount();
  await waitFor(() => expect(fake.rooms.every((room) => room.closed)).toBe(true));
});

it('leaves when the call is no longer active', async () => {
  const fake = fakeRooms();
  const { result, rerender } = open(fake);
  await waitFor(() => expect(result.current.state.connection).toBe('connected'));
  rerender({ active: false, held: false });
  expect(result.current.state.connection).toBe('idle');
});

it('follows hold', async () => {
  const fake = fakeRooms();
  const { result, rerender } = open(fake);
  await waitFor(() => expect(result.current.state.connection).toBe('connected'));
  rerender({ active: true, held: true });
  expect(fake.last().remoteAudible).toBe(false);
});

it('hands on messages of ours only: our topic, no sender, readable', async () => {
  const fake = fakeRooms();
  const onMessage = vi.fn();
  const { result } = open(fake, onMessage);
  await waitFor(() => expect(result.current.state.connection).toBe('connected'));
  const payload = encodeDataMessage({ kind: 'transcription-lag', callId, delayMs: 6000 });
  const send = fake.last().events.message;
  act(() => {
    send(payload, { topic: DATA_TOPIC, hasSender: true });
    send(payload, { topic: 'other', hasSender: false });
    send(new TextEncoder().encode('{"kind":"event"}'), { topic: DATA_TOPIC, hasSender: false });
    send(payload, { topic: DATA_TOPIC, hasSender: false });
  });
  expect(onMessage).toHaveBeenCalledTimes(1);
  expect(onMessage).toHaveBeenCalledWith({ kind: 'transcription-lag', callId, delayMs: 6000 });
});

it('leaves a room that it was still joining when it is unmounted', async () => {
  const fake = fakeRooms();
  const joining = Promise.withResolvers<{ url: string; token: string }>();
  const signals: AbortSignal[] = [];
  const { unmount } = renderHook(
    () =>
      useAudioCall({
        ...{ callId, active: true, held: false, createRoom: fake.createRoom },
        getAccess: (signal) => {
          signals.push(signal);
          return joining.promise;
        },
      }),
    { wrapper: StrictMode },
  );
  unmount();
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  joining.resolve({ url: 'ws://room', token: 't' });
  await waitFor(() => expect(fake.rooms.every((room) => room.closed)).toBe(true));
  expect(fake.rooms.flatMap((room) => room.tickets)).toEqual([]);
});

it('lets go of every listener and timer of its levels and messages', async () => {
  vi.useFakeTimers();
  const fake = fakeRooms();
  const { result, unmount } = open(fake);
  const stop = result.current.call.subscribeLevels(() => undefined);
  expect(vi.getTimerCount()).toBe(1);
  stop();
  unmount();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
