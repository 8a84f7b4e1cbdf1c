import type { AudioProblem } from '@agent/ui/live';

/** What happened and what to do, in plain words. */
export interface AudioWords {
  title: string;
  body: string;
}

/** Words for everything that can go wrong with audio. */
export const audioMessages: Record<AudioProblem, AudioWords> = {
  'microphone-denied': {
    title: 'Your microphone is blocked',
    body: 'Click the lock in the address bar, allow the microphone, then try again.',
  },
  'microphone-missing': {
    title: 'No microphone found',
    body: 'Plug in a headset or a microphone, then try again.',
  },
  'microphone-in-use': {
    title: 'Another program uses your microphone',
    body: 'Close the other call or recording, then try again.',
  },
  'microphone-failed': {
    title: 'Your microphone did not start',
    body: 'Choose another microphone or try again.',
  },
  'microphone-unsupported': {
    title: 'This browser cannot use a microphone here',
    body: 'Open this page in a current browser over a secure (https) address.',
  },
  'speaker-failed': {
    title: 'That speaker cannot be used',
    body: 'Choose another speaker, or leave it to your computer.',
  },
  'access-refused': {
    title: 'This call is over',
    body: 'It may have ended while you were away.',
  },
  'connection-failed': {
    title: 'Connection lost',
    body: 'We are trying again by ourselves. Keep this page open.',
  },
};

/** Whether the trouble is the own microphone, which can be asked for once more. */
export function isMicrophoneProblem(problem: AudioProblem | null): problem is AudioProblem {
  return problem?.startsWith('microphone-') ?? false;
}
