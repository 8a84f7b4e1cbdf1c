import type { TranscriptionStatus } from '@agent/protocol';

/** How speech-to-text stands at one moment. */
export interface TranscriptionHealth {
  /** How far the oldest audio without text lies back. */
  delayMs: number;
  isReachable: boolean;
}

/** Beyond this delay people are told. */
const DELAYED_FROM_MS = 2_500;
/** Below this it counts as caught up; lower, so that the word does not flicker. */
const LIVE_BELOW_MS = 1_500;

/** The word for how well speech-to-text keeps up, given the word before. */
export function transcriptionStatus(
  before: TranscriptionStatus,
  { delayMs, isReachable }: TranscriptionHealth,
): TranscriptionStatus {
  if (!isReachable) return 'off';
  if (delayMs > DELAYED_FROM_MS) return 'delayed';
  if (delayMs < LIVE_BELOW_MS) return 'live';
  return before === 'live' ? 'live' : 'delayed';
}
