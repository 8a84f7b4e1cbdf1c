import { describe, expect, it, vi } from 'vitest';
import { named, setUpCall, ticket } from '../test-support/set-up-call.ts';
import type { FakeRoomScript } from './fake-room.ts';

describe('an audio call', () => {
  it('joins with fresh access and opens the microphone', async () => {
    const { call, fake, reaches } = setUpCall({ microphoneId: 'mic-2' });
    call.start();
    expect(call.getState().connection).toBe('connecting');
    await reaches('connected');
    await vi.waitFor(() =>
      expect(fake.last().microphone).toEqual([{ enabled: true, deviceId: 'mic-2' }]),
    );
    expect(fake.last().tickets).toEqual([ticket]);
  });

  it('joins again with fresh access after the room has given up', async () => {
    const { call, fake, getAccess, reaches } = setUpCall();
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
    const { call, waits, reaches } = setUpCall({}, script);
    call.start();
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(6));
    expect(waits.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(call.getState().problem).toBe('connection-failed');
    script.connectError = undefined;
    await reaches('connected');
  });

  it('tries again when the server of the access is away', async () => {
    let away = true;
    const { call, reaches, waits } = setUpCall({
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
    const { call, fake, reaches, waits } = setUpCall({ getAccess: async () => 'refused' });
    call.start();
    await reaches('refused');
    expect(call.getState().problem).toBe('access-refused');
    expect(waits).toEqual([]);
    expect(fake.last().tickets).toEqual([]);
  });

  it('does not fight another tab, and takes the call back when told to', async () => {
    const { call, fake, reaches } = setUpCall();
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
    const { call, fake, reaches } = setUpCall();
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

  it('keeps nothing of a call that it has left: no problem, no quality', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotAllowedError') };
    const { call, fake, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-denied'));
    fake.last().events.quality('poor');
    fake.last().events.playbackBlocked(true);
    call.stop();
    expect(call.getState()).toMatchObject({
      connection: 'idle',
      problem: null,
      quality: 'unknown',
      playbackBlocked: false,
    });
  });

  it('forgets a refusal once it is told to leave', async () => {
    const { call, reaches } = setUpCall({ getAccess: async () => 'refused' });
    call.start();
    await reaches('refused');
    call.stop();
    expect(call.getState()).toMatchObject({ connection: 'idle', problem: null });
  });

  it.each(['lost', 'moved'] as const)('knows no quality of a room that is %s', async (how) => {
    const { call, fake, reaches } = setUpCall({ wait: () => new Promise(() => undefined) });
    call.start();
    await reaches('connected');
    fake.last().events.quality('poor');
    fake.last().events.closed(how);
    await reaches(how);
    expect(call.getState()).toMatchObject({ quality: 'unknown', playbackBlocked: false });
  });

  it('ends in one room when it is started, stopped and started at once', async () => {
    const { call, fake, reaches } = setUpCall();
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
    const { call, fake, reaches } = setUpCall();
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
    const { call, fake, reaches } = setUpCall({ muted: true });
    call.start();
    await reaches('connected');
    await vi.waitFor(() =>
      expect(fake.last().microphone).toEqual([{ enabled: false, deviceId: null }]),
    );
  });

  it('silences both directions on hold and returns to the mute that was chosen', async () => {
    const { call, fake, reaches } = setUpCall();
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
