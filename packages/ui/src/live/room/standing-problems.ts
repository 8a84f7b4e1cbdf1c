import type { AudioProblem } from './audio-problem.ts';

/** What is wrong with the audio of a call, by what it is about: each is mended on its own. */
export interface StandingProblems {
  connection: AudioProblem | null;
  microphone: AudioProblem | null;
  speaker: AudioProblem | null;
}

/** Nothing is wrong. */
export const noProblems: StandingProblems = Object.freeze({
  connection: null,
  microphone: null,
  speaker: null,
});

/** The problem to tell a person first: without a connection nothing else matters, and being heard comes before hearing. */
export function gravest({
  connection,
  microphone,
  speaker,
}: StandingProblems): AudioProblem | null {
  return connection ?? microphone ?? speaker;
}
