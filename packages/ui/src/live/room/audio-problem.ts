/**
 * Everything that can go wrong with audio: a closed list that screens have words for.
 *
 * - `microphone-denied`: the person or the page's policy does not allow the microphone
 * - `microphone-missing`: there is none, or the chosen one is unplugged
 * - `microphone-in-use`: another program has it
 * - `microphone-failed`: the browser gave another reason
 * - `microphone-unsupported`: this page may not ask, as it came over plain HTTP
 * - `speaker-failed`: the chosen speaker cannot be used; sound goes on at the one before
 * - `access-refused`: the backend answered `refused`: the call is over or not ours
 * - `connection-failed`: the room cannot be reached or was lost; joining is tried again by itself
 */
export const audioProblems = [
  'microphone-denied',
  'microphone-missing',
  'microphone-in-use',
  'microphone-failed',
  'microphone-unsupported',
  'speaker-failed',
  'access-refused',
  'connection-failed',
] as const;

/** One of `audioProblems`. */
export type AudioProblem = (typeof audioProblems)[number];

const byErrorName: Record<string, AudioProblem> = {
  NotAllowedError: 'microphone-denied',
  PermissionDeniedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  DevicesNotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-in-use',
  TrackStartError: 'microphone-in-use',
  AbortError: 'microphone-in-use',
  DeviceUnsupportedError: 'microphone-unsupported',
};

/** Tells what a failed request for a microphone means; browsers differ in the names they throw. */
export function microphoneProblem(error: unknown): AudioProblem {
  const name = error instanceof Error ? error.name : '';
  return byErrorName[name] ?? 'microphone-failed';
}
