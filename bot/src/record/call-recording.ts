import type { Speaker } from '@agent/protocol';
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
  /** What hears the frames of a speaker beside the pipeline. A supervisor's go into the agent's lane. */
  tapOf(speaker: Speaker): FrameTap;
  /** The microphone, with note taken of what its pipeline has read. */
  overhear(speaker: Speaker, microphone: Microphone): Microphone;
  /** The record of what has not become text, with note taken of what was begun. */
  watch(speaker: Speaker, untranscribed: Untranscribed): Untranscribed;
  /** What a pipeline has to tell of its speaker, after card numbers were taken out. */
  told(speaker: Speaker, redacted: RedactedUpdate): void;
  /** A pipeline has failed. */
  broke(speaker: Speaker): void;
  /** It hears soundly again. */
  mended(speaker: Speaker): void;
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
  overhear: (_speaker: Speaker, microphone: Microphone) => microphone,
  watch: (_speaker: Speaker, untranscribed: Untranscribed) => untranscribed,
  told: () => undefined,
  broke: () => undefined,
  mended: () => undefined,
  setHeld: () => undefined,
  setPaused: () => undefined,
  finish: async () => undefined,
  abandon: () => undefined,
});
