import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForMicrophone } from './ask-for-microphone.ts';
import {
  MicrophoneTester,
  type OpenMicrophone,
  openBrowserMicrophone,
} from './microphone-tester.ts';

function fakeMicrophone(level = 0): OpenMicrophone & { loudness: number; closed: boolean } {
  return {
    loudness: level,
    closed: false,
    level() {
      return this.loudness;
    },
    close() {
      this.closed = true;
    },
  };
}

function failing(name: string) {
  return async () => {
    throw Object.assign(new Error(name), { name });
  };
}

describe('the microphone test', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says that it hears a voice once there is one, and goes on saying so', async () => {
    const microphone = fakeMicrophone(0.01);
    const test = new MicrophoneTester(async () => microphone);
    test.subscribeLevel(() => undefined);
    await test.start(null);
    vi.advanceTimersByTime(500);
    expect(test.getState()).toEqual({ phase: 'listening' });
    microphone.loudness = 0.4;
    vi.advanceTimersByTime(100);
    microphone.loudness = 0;
    vi.advanceTimersByTime(500);
    expect(test.getState()).toEqual({ phase: 'heard' });
  });

  it('lets go of the microphone on stop, also when it opens afterwards', async () => {
    const microphone = fakeMicrophone();
    const opening = Promise.withResolvers<OpenMicrophone>();
    const test = new MicrophoneTester(() => opening.promise);
    const started = test.start(null);
    test.stop();
    opening.resolve(microphone);
    await started;
    expect(microphone.closed).toBe(true);
    expect(test.getState()).toEqual({ phase: 'idle' });
  });

  it.each([
    ['NotAllowedError', 'microphone-denied'],
    ['NotFoundError', 'microphone-missing'],
    ['NotReadableError', 'microphone-in-use'],
    ['TypeError', 'microphone-failed'],
  ])('tells %s as %s', async (name, problem) => {
    const test = new MicrophoneTester(failing(name));
    await test.start(null);
    expect(test.getState()).toEqual({ phase: 'failed', problem });
  });
});

describe('a microphone of the browser', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is let go of when its sound cannot be measured', async () => {
    const stop = vi.fn();
    const getUserMedia = async () => ({ getTracks: () => [{ stop }] });
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
    vi.stubGlobal('AudioContext', function AudioContext() {
      throw new DOMException('no more of them', 'NotSupportedError');
    });
    await expect(openBrowserMicrophone(null)).rejects.toThrow('no more of them');
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('asking for the microphone', () => {
  it('closes it again when it was granted', async () => {
    const microphone = fakeMicrophone();
    expect(await askForMicrophone(async () => microphone)).toBe('granted');
    expect(microphone.closed).toBe(true);
  });

  it('says why it was not', async () => {
    expect(await askForMicrophone(failing('NotFoundError'))).toBe('microphone-missing');
  });
});
