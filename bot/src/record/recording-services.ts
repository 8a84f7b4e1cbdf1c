import type { CallId } from '@agent/protocol';
import type { DataKey } from '@agent/recordings';
import type { PartFiles } from '@agent/recordings/record';
import type { CallSpan } from './call-span.ts';

/** What the recordings of a bot share. */
export interface RecordingServices {
  /** Gives the key of a call's sound; undefined where it may not be recorded. */
  openKey(callId: CallId): Promise<DataKey | undefined>;
  /** Where the parts of a call are while it goes on; until it is left, nobody assembles them here. */
  enter(callId: CallId): PartFiles;
  /** Nothing more comes from here. When the call is over, its parts are made one sound. */
  leave(callId: CallId, end: RecordingEnd): void;
}

/** How the recording of a call by one bot ends. */
export interface RecordingEnd {
  isOver: boolean;
  /** Stretches that must be silent, and were not when they were written. */
  masks: readonly CallSpan[];
}
