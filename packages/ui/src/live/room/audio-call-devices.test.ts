import { describe, expect, it, vi } from 'vitest';
import { named, setUpCall } from '../test-support/set-up-call.ts';
import type { FakeRoomScript } from './fake-room.ts';

describe('devices of an audio call', () => {
  it('names a denied microphone, stays in the call, and recovers on retry', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotAllowedError') };
    const { call, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-denied'));
    expect(call.getState().connection).toBe('connected');
    script.microphoneError = undefined;
    call.retryMicrophone();
    await vi.waitFor(() => expect(call.getState().problem).toBeNull());
  });

  it('still says so after a reconnect, which opens no microphone', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotAllowedError') };
    const { call, fake, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-denied'));
    fake.last().events.reconnecting();
    fake.last().events.reconnected();
    expect(call.getState()).toMatchObject({
      connection: 'connected',
      problem: 'microphone-denied',
    });
    expect(fake.last().heard).toBe(false);
  });

  it('opens the microphone that is chosen where there was none before', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotFoundError') };
    const { call, fake, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-missing'));
    await call.chooseMicrophone('still-none');
    expect(call.getState().problem).toBe('microphone-missing');
    script.microphoneError = undefined;
    await call.chooseMicrophone('headset');
    expect(call.getState().problem).toBeNull();
    expect(fake.last().heard).toBe(true);
    expect(fake.last().microphone.at(-1)).toEqual({ enabled: true, deviceId: 'headset' });
  });

  it('opens no microphone that is chosen while muted, but has it afterwards', async () => {
    const { call, fake, reaches } = setUpCall({ muted: true });
    call.start();
    await reaches('connected');
    await call.chooseMicrophone('headset');
    expect(fake.last().heard).toBe(false);
    call.setMuted(false);
    await vi.waitFor(() =>
      expect(fake.last().microphone.at(-1)).toEqual({ enabled: true, deviceId: 'headset' }),
    );
    expect(fake.last().heard).toBe(true);
  });

  it('is heard again after a device that could not be switched to', async () => {
    const script: FakeRoomScript = { deviceError: named('NotReadableError') };
    const { call, fake, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await call.chooseMicrophone('busy');
    expect(call.getState().problem).toBe('microphone-in-use');
    expect(fake.last().heard).toBe(false);
    call.retryMicrophone();
    await vi.waitFor(() => expect(call.getState().problem).toBeNull());
    expect(fake.last().heard).toBe(true);
  });

  it('opens the microphone again when its device is gone, and says why it cannot', async () => {
    const script: FakeRoomScript = {};
    const { call, fake, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(fake.last().heard).toBe(true));
    script.microphoneError = named('NotFoundError');
    fake.last().unplug();
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-missing'));
    script.microphoneError = undefined;
    fake.last().unplug();
    await vi.waitFor(() => expect(call.getState().problem).toBeNull());
    expect(fake.last().heard).toBe(true);
  });

  it('leaves a lost connection told when a device is chosen meanwhile', async () => {
    const script: FakeRoomScript = { connectError: new Error('no network') };
    const { call, reaches } = setUpCall({ wait: () => new Promise(() => undefined) }, script);
    call.start();
    await reaches('lost');
    await call.chooseMicrophone('headset');
    await call.chooseSpeaker('loud');
    expect(call.getState().problem).toBe('connection-failed');
  });

  it('forgets a speaker that failed once another one works, and nothing else', async () => {
    const script: FakeRoomScript = { microphoneError: named('NotAllowedError') };
    const { call, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await vi.waitFor(() => expect(call.getState().problem).toBe('microphone-denied'));
    script.deviceError = named('NotFoundError');
    await call.chooseSpeaker('gone');
    expect(call.getState().problem).toBe('microphone-denied');
    script.microphoneError = undefined;
    call.retryMicrophone();
    await vi.waitFor(() => expect(call.getState().problem).toBe('speaker-failed'));
    script.deviceError = undefined;
    await call.chooseSpeaker('loud');
    expect(call.getState().problem).toBeNull();
  });

  it('ignores what a device of a room says that was left meanwhile', async () => {
    const { call, fake, reaches } = setUpCall();
    call.start();
    await reaches('connected');
    const answer = Promise.withResolvers<void>();
    fake.last().switchDevice = () => answer.promise;
    const chosen = call.chooseSpeaker('slow');
    call.stop();
    answer.reject(named('NotFoundError'));
    await chosen;
    expect(call.getState().problem).toBeNull();
  });

  it('switches microphone and speaker during the call', async () => {
    const { call, fake, reaches } = setUpCall();
    call.start();
    await reaches('connected');
    await call.chooseMicrophone('mic-3');
    await call.chooseSpeaker('speaker-1');
    expect(fake.last().switched).toEqual(['audioinput mic-3', 'audiooutput speaker-1']);
    expect(call.getState()).toMatchObject({ microphoneId: 'mic-3', speakerId: 'speaker-1' });
  });

  it('says so when a device cannot be used', async () => {
    const script: FakeRoomScript = { deviceError: named('NotReadableError') };
    const { call, reaches } = setUpCall({}, script);
    call.start();
    await reaches('connected');
    await call.chooseSpeaker('gone');
    expect(call.getState().problem).toBe('speaker-failed');
    await call.chooseMicrophone('busy');
    expect(call.getState().problem).toBe('microphone-in-use');
  });

  it('asks for a click when the browser blocks sound', async () => {
    const { call, fake, reaches } = setUpCall();
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
      const { call, fake } = setUpCall();
      call.start();
      await vi.advanceTimersByTimeAsync(10);
      const level = vi.spyOn(fake.last(), 'level');
      const heard = vi.fn();
      const unsubscribe = call.subscribeLevels(heard);
      await vi.advanceTimersByTimeAsync(200);
      expect(heard).toHaveBeenLastCalledWith({ own: 0.5, remote: 0.25 });
      unsubscribe();
      const own = vi.fn();
      const remote = vi.fn();
      const unsubscribers = [call.subscribeOwnLevel(own), call.subscribeRemoteLevel(remote)];
      await vi.advanceTimersByTimeAsync(200);
      expect(own).toHaveBeenLastCalledWith(0.5);
      expect(remote).toHaveBeenLastCalledWith(0.25);
      for (const stop of unsubscribers) stop();
      const reads = level.mock.calls.length;
      await vi.advanceTimersByTimeAsync(1000);
      expect(level.mock.calls.length).toBe(reads);
    } finally {
      vi.useRealTimers();
    }
  });
});
