'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SubscribeLevel } from '../../audio-level-meter/audio-level-meter.tsx';
import type { DevicePermission } from '../../device-picker/audio-device.ts';
import { microphonePermission } from './microphone-permission.ts';
import {
  MicrophoneTester,
  type MicrophoneTestState,
  type OpenMicrophoneWith,
} from './microphone-tester.ts';

/** A test of the microphone, ready for a `MicrophoneTest`. The functions never change. */
export interface LiveMicrophoneTest {
  state: MicrophoneTestState;
  /** `prompt` until the microphone is open. */
  permission: DevicePermission;
  /** Whether a voice has come through since the start. */
  heard: boolean;
  subscribeLevel: SubscribeLevel;
  /** Opens this microphone, or the browser's default; again for another one, or after a failure. */
  start(deviceId: string | null): Promise<void>;
  /** Lets go of the microphone. */
  stop(): void;
}

/** A microphone test that lets go of the microphone on unmount. */
export function useMicrophoneTest(open?: OpenMicrophoneWith): LiveMicrophoneTest {
  const [tester] = useState(() => new MicrophoneTester(open));
  const state = useSyncExternalStore(tester.subscribe, tester.getState, tester.getState);
  useEffect(() => tester.stop, [tester]);
  const { subscribeLevel, start, stop } = tester;
  const heard = state.phase === 'heard';
  return { state, permission: permissionOf(state), heard, subscribeLevel, start, stop };
}

function permissionOf(state: MicrophoneTestState): DevicePermission {
  switch (state.phase) {
    case 'idle':
    case 'asking':
      return 'prompt';
    case 'listening':
    case 'heard':
      return 'granted';
    case 'failed':
      return microphonePermission(state.problem);
    default:
      return state satisfies never;
  }
}
