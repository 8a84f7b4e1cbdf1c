'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  MicrophoneTest,
  type MicrophoneTestState,
  type OpenMicrophoneWith,
} from './microphone-test.ts';

/** A microphone test that lets go of the microphone on unmount. */
export function useMicrophoneTest(open?: OpenMicrophoneWith): {
  test: MicrophoneTest;
  state: MicrophoneTestState;
} {
  const [test] = useState(() => new MicrophoneTest(open));
  const state = useSyncExternalStore(test.subscribe, test.getState, test.getState);
  useEffect(() => test.stop, [test]);
  return { test, state };
}
