import type { CallEventData } from '@agent/protocol';
import type { Stretch } from './stretch.ts';

/** A stretch of the call; `endMs` is null while it lasts. Milliseconds since the call was answered. */
export type RecordingPause = Stretch;

/** A stretch without sound in the recording, in milliseconds since the call was answered. */
export type LostSound = CallEventData<'recording.lost'> & { seq: number };

/** A stretch that was made silent as a card number was said in it. Only told to people with an account. */
export type MaskedSound = CallEventData<'recording.masked'> & { seq: number };

/** What is known of the sound of a call. */
export interface RecordingState {
  /** Whether the customer agreed to be recorded. */
  agreed: boolean;
  /** `off`: no bot records, as nobody agreed, none has begun yet, or the call is over. */
  status: 'off' | 'on' | 'paused';
  pauses: readonly RecordingPause[];
  lost: readonly LostSound[];
  masked: readonly MaskedSound[];
  /** What can be heard afterwards; `none` until it is known. Only told to people with an account. */
  sound: 'none' | 'ready' | 'deleted';
  /** Length of the sound; null until it is ready. */
  durationMs: number | null;
}

/** A call of which nothing was recorded so far. */
export const emptyRecordingState: RecordingState = {
  agreed: false,
  status: 'off',
  pauses: [],
  lost: [],
  masked: [],
  sound: 'none',
  durationMs: null,
};
