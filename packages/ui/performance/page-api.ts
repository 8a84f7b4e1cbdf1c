import type { MicrophoneWatch } from './microphone-watch.ts';

/** Frames of one stretch of scrolling. */
export interface ScrollFrames {
  /** Times between frames of the main thread, in milliseconds. */
  frameMs: number[];
  /** Frames that were painted with a part of the log empty. */
  blankFrames: number;
  /** Most rows that were in the page at once. */
  mostRows: number;
}

/** Milliseconds from the change of state that appends a line. */
export interface Latency {
  /** Until the frame in which the line stands at the end of the log has been painted. */
  paintedMs: number;
  /** The same, and until the browser has rasterised, drawn and presented a frame with its text. */
  onScreenMs: number;
}

/** What can be done with the page of the transcript from outside. */
export interface TranscriptPage {
  /** Whether React was built without its development checks. */
  isProductionBuild: boolean;
  /** Lines in the list now. */
  lineCount(): number;
  /** Rows in the page now. */
  rowCount(): number;
  /** Appends lines, one after another, at moments without relation to the frames. */
  append(times: number): Promise<Latency[]>;
  /** Changes interim text; milliseconds until a frame with the new words is painted. */
  changeInterim(times: number): Promise<number[]>;
  /** Changes interim text this many times a second until it is set to 0. */
  setInterimsPerSecond(count: number): void;
  /** Scrolls from the end to the beginning and back at this speed for this long. */
  scroll(pxPerSecond: number, durationMs: number): Promise<ScrollFrames>;
  /** Height of all lines in CSS pixels. */
  contentPx(): number;
}

/** What can be done with the page of a call from outside. */
export interface AudioCallPage {
  /** Joins a room of LiveKit; resolves when both sides have been heard. */
  join(url: string, token: string): Promise<void>;
  /** Unmounts the call. */
  leave(): void;
  microphones: MicrophoneWatch;
}

declare global {
  interface Window {
    transcriptPage: TranscriptPage;
    audioCallPage: AudioCallPage;
  }
}
