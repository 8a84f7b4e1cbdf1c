import { expect, expectTypeOf, it } from 'vitest';
import { AudioCall } from './audio-call.ts';
import { type AudioProblem, audioProblems, microphoneProblem } from './audio-problem.ts';
import { type FakeRoomScript, fakeRooms } from './fake-room.ts';
import type { RoomTicket } from './media-room.ts';

type Fault = { script?: FakeRoomScript; access?: RoomTicket | 'refused'; speakerId?: string };

const named = (name: string) => Object.assign(new Error(name), { name });

/** How each problem comes about. Another entry of the list does not compile without one here. */
const faults: Record<AudioProblem, Fault> = {
  'microphone-denied': { script: { microphoneError: named('NotAllowedError') } },
  'microphone-missing': { script: { microphoneError: named('NotFoundError') } },
  'microphone-in-use': { script: { microphoneError: named('NotReadableError') } },
  'microphone-failed': { script: { microphoneError: named('SomethingNew') } },
  'microphone-unsupported': { script: { microphoneError: named('DeviceUnsupportedError') } },
  'speaker-failed': { script: { deviceError: named('NotFoundError') }, speakerId: 'gone' },
  'access-refused': { access: 'refused' },
  'connection-failed': { script: { connectError: named('ConnectionError') } },
};

it.each(audioProblems)('tells %s', async (problem) => {
  const { script, access = { url: 'ws://room', token: 't' }, speakerId } = faults[problem];
  const call = new AudioCall({
    createRoom: fakeRooms(script).createRoom,
    getAccess: async () => access,
    wait: () => new Promise(() => undefined),
    ...(speakerId ? { speakerId } : {}),
  });
  const told = new Promise<AudioProblem>((resolve) => {
    call.subscribe(() => {
      const { problem: now } = call.getState();
      if (now) resolve(now);
    });
  });
  call.start();
  expect(await told).toBe(problem);
  call.stop();
});

it('is a closed list, also for what is thrown that is no error', () => {
  expectTypeOf(microphoneProblem).returns.toEqualTypeOf<(typeof audioProblems)[number]>();
  expect(microphoneProblem('no')).toBe('microphone-failed');
});
