import { afterEach, expect, vi } from 'vitest';
import { AudioCall, type AudioCallOptions } from '../room/audio-call.ts';
import { type FakeRoomScript, fakeRooms } from '../room/fake-room.ts';

/** What the backend of a test gives at each join. */
export const ticket = { url: 'ws://room', token: 'fresh' };

const running: AudioCall[] = [];
afterEach(() => {
  for (const call of running.splice(0)) call.stop();
});

/** A call in scripted rooms; it is stopped after the test. */
export function setUpCall(options: Partial<AudioCallOptions> = {}, script: FakeRoomScript = {}) {
  const fake = fakeRooms(script);
  const waits: number[] = [];
  const getAccess = vi.fn<AudioCallOptions['getAccess']>(async () => ticket);
  const call = new AudioCall({
    createRoom: fake.createRoom,
    getAccess,
    // A turn of the event loop, so that attempts without end leave room for the test.
    wait: (ms) => {
      waits.push(ms);
      return new Promise((resolve) => setImmediate(resolve));
    },
    random: () => 0,
    ...options,
  });
  running.push(call);
  const reaches = (connection: string) =>
    vi.waitFor(() => expect(call.getState().connection).toBe(connection));
  return { call, fake, waits, getAccess, reaches };
}

/** An error as browsers throw it. */
export function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
