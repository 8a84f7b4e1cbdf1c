import { afterEach, describe, expect, it, vi } from 'vitest';
import { AudioCall, type AudioCallOptions } from './audio-call.ts';
import { type FakeRoomScript, fakeRooms } from './fake-room.ts';

const ticket = { url: 'ws://room', token: 'fresh' };

const running: AudioCall[] = [];
afterEach(() => {
  for (const call of running.splice(0)) call.stop();
});

function setUp(options: Partial<AudioCallOptions> = {}, script: FakeRoomScript = {}) {
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

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

describe('an audio call', () => {
  it('joins with fresh access and opens the microphone', async () => {
    const { call, fake, reaches } = setUp({ microphoneId: 'mic-2' });
    call.start();
    expect(call.getState().connection).toBe('connecting');
    await reaches('connected');
    await vi.waitFor(() =>
      expect(fake.last().microphone).toEqual([{ enabled: true, deviceId: 'mic-2' }]),
    );
    expect(fake.last().tickets).toEqual([ticket]);
  });

  it('joins anew with fresh access after the room has given up', async () => {
    const { call, fake, getAccess, reaches } = setUp();
    call.start();
    await reaches('connected');
    fake.last().events.reconnecting();
    expect(call.getState().connection).toBe('reconnecting');
    fake.last().events.closed('lost');
    await vi.waitFor(() => expect(fake.rooms).toHaveLength(2));
    await reaches('connected');
    expect(getAccess).toHaveBeenCalledTimes(2);
    expect(fake.rooms[0]?.closed).toBe(true);
    expect(call.getState().problem).toBeNull();
  });

  it('waits longer after each failure and keeps trying', async () => {
    const script: FakeRoomScript = { connectError: new Error('no network') };
    const { call, waits, reaches } = setUp({}, script);
    call.start();
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(6));
    expect(waits.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(call.getState().problem).toBe('connection-failed');
    script.connectError = undefined;
    await reaches('connected');
  });

  it('tries again when the server of the access is away', async () => {
    let away = true;
    const { call, reaches, waits } = setUp({
      getAccess: async () => {
        if (away) throw new Error('offline');
        return ticket;
      },
    });
    call.start();
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(1));
    away = false;
    await reaches('connected');
  });

  it('stops trying when access is refused', async () => {
    const { call, fake, reaches, waits } = setUp({ getAccess: async () => 'refused' });
    call.start();
    await reaches('refused');
    expect(call.getState().problem).toBe('access-refused');
    expect(waits).toEqual([]);
    expect(fake.last().tickets).toEqual([]);
  });

  it('does not fight another tab, and takes the call back when told to', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    fake.last().events.closed('moved');
    await reaches('moved');
    expect(fake.rooms).toHaveLength(1);
    call.start();
    await reaches('connected');
    expect(fake.rooms).toHaveLength(2);
  });

  it('leaves on stop and ignores whatever the old room still says', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    call.stop();
    fake.last().events.reconnecting();
    fake.last().events.closed('lost');
    await Promise.resolve();
    expect(fake.last().closed).toBe(true);
    expect(call.getState().connection).toBe('idle');
    expect(fake.rooms).toHaveLength(1);
  });

  it('ends in one room when it is started, stopped and started at once', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    call.stop();
    call.start();
    await reaches('connected');
    expect(fake.rooms.filter((room) => !room.closed)).toHaveLength(1);
    expect(fake.rooms.flatMap((room) => room.tickets)).toHaveLength(1);
  });
});

describe('mute and hold', () => {
  it('keeps the microphone muted over a new join', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    call.setMuted(true);
    await vi.waitFor(() => expect(fake.last().microphone.at(-1)?.enabled).toBe(false));
    fake.last().events.closed('lost');
    await vi.waitFor(() => expect(fake.rooms).toHaveLength(2));
    await vi.waitFor(() =>
      expect(fake.last().microphone).toEqual([{ enabled: false, deviceId: null }]),
    );
  });

  it('joins muted when told to, without an open microphone in between', async () => {
    const { call, fake, reaches } = setUp({ muted: true });
    call.start();
    await reaches('connected');
    await vi.waitFor(() =>
      expect(fake.last().microphone).toEqual([{ enabled: false, deviceId: null }]),
    );
  });

  it('silences both directions on hold and returns to the mute that was chosen', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    call.setHeld(true);
    expect(fake.last().remoteAudible).toBe(false);
    await vi.waitFor(() => expect(fake.last().microphone.at(-1)?.enabled).toBe(false));
    call.setHeld(false);
    expect(fake.last().remoteAudible).toBe(true);
    await vi.waitFor(() => expect(fake.last().microphone.at(-1)?.enabled).toBe(true));
    expect(call.getState().muted).toBe(false);
  });
});

describe('devices', () => {
  it('names a denied microphone, stays in the call, and recovers on retry', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotAllowedError') };
    const { call, reaches } = setUp({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-denied'));
    expect(call.getState().connection).toBe('connected');
    script.microphoneError = undefined;
    call.retryMicrophone();
    await vi.waitFor(() => expect(call.getState().problem).toBeNull());
  });

  it('switches microphone and speaker during the call', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    await call.chooseMicrophone('mic-3');
    await call.chooseSpeaker('speaker-1');
    expect(fake.last().switched).toEqual(['audioinput mic-3', 'audiooutput speaker-1']);
    expect(call.getState()).toMatchObject({ microphoneId: 'mic-3', speakerId: 'speaker-1' });
  });

  it('says so when a device cannot be used', async () => {
    const script: FakeRoomScript = { deviceError: named('NotReadableError') };
    const { call, reaches } = setUp({}, script);
    call.start();
    await reaches('connected');
    await call.chooseMicrophone('busy');
    expect(call.getState().problem).toBe('microphone-in-use');
    await call.chooseSpeaker('gone');
    expect(call.getState().problem).toBe('speaker-failed');
  });

  it('asks for a click when the browser blocks sound', async () => {
    const { call, fake, reaches } = setUp();
    call.start();
    await reaches('connected');
    fake.last().events.playbackBlocked(true);
    expect(call.getState().playbackBlocked).toBe(true);
    await call.startPlayback();
    expect(call.getState().playbackBlocked).toBe(false);
  });

  it('reads levels only while somebody listens', async () => {
    vi.useFakeTimers();
    try {
      const { call, fake } = setUp();
      call.start();
      await vi.advanceTimersByTimeAsync(10);
      const level = vi.spyOn(fake.last(), 'level');
      const heard = vi.fn();
      const unsubscribe = call.subscribeLevels(heard);
      await vi.advanceTimersByTimeAsync(200);
      expect(heard).toHaveBeenLastCalledWith({ own: 0.5, remote: 0.25 });
      unsubscribe();
      const reads = level.mock.calls.length;
      await vi.advanceTimersByTimeAsync(1000);
      expect(level.mock.calls.length).toBe(reads);
    } finally {
      vi.useRealTimers();
    }
  });
});
