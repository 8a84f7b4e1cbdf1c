import type { AudioProblem } from '../room/audio-problem.ts';
import { MicrophoneTester, type OpenMicrophoneWith } from './microphone-tester.ts';

/** Asks for the microphone, lets go of it at once, and says whether a call could use it. */
export async function askForMicrophone(
  open?: OpenMicrophoneWith,
): Promise<'granted' | AudioProblem> {
  const test = new MicrophoneTester(open);
  await test.start(null);
  const state = test.getState();
  test.stop();
  return state.phase === 'failed' ? state.problem : 'granted';
}
