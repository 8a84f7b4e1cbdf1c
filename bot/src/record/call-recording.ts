import type { Side } from '@agent/protocol';
import type { FrameTap } from '../audio/frame-tap.ts';
import type { Microphone } from '../audio/microphone.ts';
import type { RedactedUpdate } from '../redact/redact-update.ts';
import type { Untranscribed } from '../transcript/untranscribed.ts';
import type { RecordingEnd } from './recording-services.ts';

/**
 * The recording of one call, as its session sees it. Nothing in here throws or is waited for while
 * the call goes on: a recording in trouble costs the sound, never the text.
 */
export interface CallRecording {
  /** What hears the frames of a side beside its pipeline. */
  tapOf(speaker: Side): FrameTap;
  /** The microphone, with note taken of what its pipeline has read. */
  overhear(speaker: Side, microphone: Microphone): Microphone;
  /** The record of what has not become text, with note taken of what was begun. */
  watch(speaker: Side, untranscribed: Untranscribed): Untranscribed;
  /** What a pipeline has to tell of its side, after card numbers were taken out. */
  told(speaker: Side, redacted: RedactedUpdate): void;
  /** A pipeline has failed. */
  broke(speaker: Side): void;
  /** It hears soundly again. */
  mended(speaker: Side): void;
  setHeld(isHeld: boolean): void;
  /** Since when the agent has the recording paused, in ms since the call was answered; null: it has not. */
  setPaused(fromMs: number | null): void;
  /**
   * Keeps what is known to be fit for it, and ends. `isOver` (default): so does the call, and its parts
   * are made one sound. Resolves soon, whatever the disk does.
   */
  finish(end?: Pick<RecordingEnd, 'isOver'>): Promise<void>;
  /** The call is another bot's: ends without a word. */
  abandon(): void;
}

const noTap: FrameTap = { onFrame: () => undefined, onDropped: () => undefined };

/** What stands where a call is not recorded. */
export const noRecording: CallRecording = Object.freeze({
  tapOf: () => noTap,
  overhear: (_speaker: Side, microphone: Microphone) => microphone,
  watch: (_speaker: Side, untranscribed: Untranscribed) => untranscribed,
  told: () => undefined,
  broke: () => undefined,
  mended: () => undefined,
  setHeld: () => undefined,
  setPaused: () => undefined,
  finish: async () => undefined,
  abandon: () => undefined,
});
