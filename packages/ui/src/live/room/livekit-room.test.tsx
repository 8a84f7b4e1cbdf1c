import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLivekit } from '../test-support/fake-livekit.ts';
import { AudioCall } from './audio-call.ts';
import { createLivekitRoom } from './livekit-room.ts';

vi.mock('livekit-client', async (importActual) => ({
  ...(await importActual<object>()),
  ...(await import('../test-support/fake-livekit.ts')).fakeLivekit.exports,
}));

const { requests, publications, tracks, heardTrackCount, liveTrackCount } = fakeLivekit;

const running: AudioCall[] = [];
beforeEach(() => {
  Object.defineProperty(navigator, 'mediaDevices', { value: {}, configurable: true });
});
afterEach(() => {
  for (const call of running.splice(0)) call.stop();
  fakeLivekit.reset();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

/** Lets everything happen that needs no answer from outside. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A call in a room of LiveKit, asking for the microphone. */
async function join(): Promise<AudioCall> {
  const call = new AudioCall({
    createRoom: createLivekitRoom,
    getAccess: async () => ({ url: 'wss://livekit.invalid', token: 'fresh' }),
  });
  running.push(call);
  call.start();
  await settled();
  return call;
}

/** The person and the server say yes to the newest that they are asked. */
async function agree(): Promise<void> {
  requests.at(-1)?.grant();
  await settled();
  publications.at(-1)?.accept();
  await settled();
}

async function ownLevel(call: AudioCall): Promise<number> {
  return new Promise((resolve) => {
    const stop = call.subscribeOwnLevel((level) => {
      stop();
      resolve(level);
    });
  });
}

describe('a microphone that is unplugged', () => {
  it('is measured where LiveKit opened another one', async () => {
    const call = await join();
    await agree();
    expect(await ownLevel(call)).toBe(0.5);
    tracks[0]?.reopen();
    expect(await ownLevel(call)).toBe(0.5);
  });

  it('is asked for once more where LiveKit found no other, and its loss is told', async () => {
    const call = await join();
    await agree();
    tracks[0]?.lose();
    await settled();
    expect(requests).toHaveLength(2);
    requests[1]?.deny();
    await settled();
    expect(call.getState().problem).toBe('microphone-denied');
    expect(heardTrackCount()).toBe(0);
    call.retryMicrophone();
    await settled();
    await agree();
    expect(call.getState().problem).toBeNull();
    expect(heardTrackCount()).toBe(1);
    expect(await ownLevel(call)).toBe(0.5);
  });

  it('is left alone while muted, and reopened by unmuting', async () => {
    const call = await join();
    await agree();
    call.setMuted(true);
    await settled();
    tracks[0]?.lose();
    await settled();
    expect([requests.length, call.getState().problem]).toEqual([1, null]);
    call.setMuted(false);
    await settled();
    await agree();
    expect(heardTrackCount()).toBe(1);
  });
});

describe('choosing a microphone', () => {
  it('opens it where the first was denied', async () => {
    const call = await join();
    requests[0]?.deny();
    await settled();
    expect(call.getState().problem).toBe('microphone-denied');
    const chosen = call.chooseMicrophone('headset');
    await settled();
    await agree();
    await chosen;
    expect(call.getState()).toMatchObject({ problem: null, microphoneId: 'headset' });
    expect(heardTrackCount()).toBe(1);
  });

  it('tells when it cannot be used, until one can', async () => {
    const call = await join();
    await agree();
    const chosen = call.chooseMicrophone('busy');
    await settled();
    requests[1]?.deny();
    await chosen;
    expect(call.getState().problem).toBe('microphone-denied');
    expect(heardTrackCount()).toBe(0);
    call.retryMicrophone();
    await settled();
    await agree();
    expect(call.getState().problem).toBeNull();
    expect(heardTrackCount()).toBe(1);
  });

  it('holds up no other call when the browser never answers', async () => {
    const call = await join();
    await agree();
    void call.chooseMicrophone('slow');
    await settled();
    expect(requests).toHaveLength(2);
    call.stop();
    call.start();
    await settled();
    requests[2]?.grant();
    await settled();
    publications.at(-1)?.accept();
    await settled();
    requests[1]?.grant();
    await settled();
    expect([heardTrackCount(), liveTrackCount()]).toEqual([1, 1]);
  });
});
