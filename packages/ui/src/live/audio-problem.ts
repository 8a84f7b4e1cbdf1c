/** Everything that can go wrong with audio, as a closed list that screens have words for. */
export type AudioProblem =
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-in-use'
  | 'microphone-failed'
  | 'microphone-unsupported'
  | 'speaker-failed'
  | 'access-refused'
  | 'connection-failed';

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
};

/** Tells what a failed request for a microphone means; browsers differ in the names they throw. */
export function microphoneProblem(error: unknown): AudioProblem {
  const name = error instanceof Error ? error.name : '';
  return byErrorName[name] ?? 'microphone-failed';
}
