import type { Consent } from '@agent/ui';

/** Both answers; null: not given yet. Use {@link recordingAnswer} for what they come to. */
export interface ConsentAnswers {
  /** To being written down. */
  consent: Consent | null;
  /** To being recorded, as long as the call is written down. */
  recording: Consent | null;
  /** Whether the customer is asked to be recorded at all. */
  isRecordingAsked: boolean;
}

/** What is not asked, or not written down, is not recorded, whatever was said to it. */
export function recordingAnswer({
  consent,
  recording,
  isRecordingAsked,
}: ConsentAnswers): Consent | null {
  return consent === 'declined' || !isRecordingAsked ? 'declined' : recording;
}
