import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLivekit } from '../test-support/fake-livekit.ts';
import { AudioCall } from './audio-call.ts';
import { createLivekitRoom } from './livekit-room.ts';

vi.mock('livekit-client', async (importActual) => ({
  ...(await importActual<object>()),
  ...(await import('../test-support/fake-livekit.ts')).fakeLivekit.exports,
}));

const customer = '0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10';
const supervisor = 'sup-0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a11';

let call: AudioCall;
beforeEach(async () => {
  Object.defineProperty(navigator, 'mediaDevices', { value: {}, configurable: true });
  call = new AudioCall({
    createRoom: createLivekitRoom,
    getAccess: async () => ({ url: 'wss://livekit.invalid', token: 'fresh' }),
  });
  call.start();
  await new Promise((resolve) => setImmediate(resolve));
});
afterEach(() => {
  call.stop();
  fakeLivekit.reset();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

const isOtherThere = () => call.getState().remotePresent;

async function remoteLevel(): Promise<number> {
  return new Promise((resolve) => {
    const stop = call.subscribeRemoteLevel((level) => {
      stop();
      resolve(level);
    });
  });
}

it('does not take a supervisor or the bot for the other side', () => {
  fakeLivekit.enter('bot-1');
  const joined = fakeLivekit.enter(supervisor);
  expect(isOtherThere()).toBe(false);
  fakeLivekit.enter(customer);
  expect(isOtherThere()).toBe(true);
  joined.leave();
  expect(isOtherThere()).toBe(true);
});

it('misses the other side while a supervisor is there', () => {
  const other = fakeLivekit.enter(customer);
  fakeLivekit.enter(supervisor);
  other.vanish();
  expect(isOtherThere()).toBe(false);
  other.leave();
  expect(isOtherThere()).toBe(false);
});

it('plays the supervisor beside the other side, and both are silent on hold', () => {
  const other = fakeLivekit.enter(customer);
  const joined = fakeLivekit.enter(supervisor);
  expect([other.isHeard(), joined.isHeard()]).toEqual([true, true]);
  call.setHeld(true);
  const another = fakeLivekit.enter('sup-2');
  expect([other, joined, another].map((one) => one.isHeard())).toEqual([false, false, false]);
  call.setHeld(false);
  expect([other, joined, another].map((one) => one.isHeard())).toEqual([true, true, true]);
  joined.leave();
  expect([other.isPlayed(), joined.isPlayed()]).toEqual([true, false]);
});

it('measures the other side, whoever came last and leaves first', async () => {
  const first = fakeLivekit.enter(supervisor, 0.9);
  expect(await remoteLevel()).toBe(0);
  fakeLivekit.enter(customer, 0.25);
  expect(await remoteLevel()).toBe(0.25);
  first.leave();
  fakeLivekit.enter('sup-2', 0.9);
  expect(await remoteLevel()).toBe(0.25);
});
