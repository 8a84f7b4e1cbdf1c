import type { CallState } from '@agent/calls';

/** `loading`: nothing read yet; `away`: the backend does not answer; `refused`: not our call, for good. */
export type CallFeedStatus = 'loading' | 'ready' | 'away' | 'refused';

/** A call as far as it is known here. */
export interface CallFeedState {
  call: CallState;
  status: CallFeedStatus;
}

/**
 * A call as it is known at a moment, and a way to learn of changes. `CallFeed` is one that follows the
 * call as it goes on, a replay goes where it is told.
 */
export interface CallReading {
  readonly callId: string;
  /** The same object for as long as nothing changes. */
  getState(): CallFeedState;
  /** Runs `listener` after each change; returns the way to end that. */
  subscribe(listener: () => void): () => void;
  /** Reads once more after a failure; absent where there is nothing that could fail. */
  retry?: (() => void) | undefined;
}
