import {
  type CallState,
  createCallState,
  noteLastSeq,
  receiveEnvelope,
  receivePage,
} from '@agent/calls';
import { coalesced } from '@agent/process';
import type { CallEventEnvelope, CallId, EventPage } from '@agent/protocol';

export interface CallFoldOptions {
  callId: CallId;
  /** Reads what staff may see of the log after this `seq`. */
  readLog: (afterSeq: number) => Promise<EventPage>;
  /** Told once that the log has been read up to its end. */
  onRead: (state: CallState) => void;
  /** Told of each change after that. */
  onChange: (before: CallState, after: CallState) => void;
  onFailure: (error: unknown) => void;
}

/** What the log says of a call, as far as it is known here. */
export interface CallFold {
  readonly state: CallState;
  /** Takes in an event that was just stored; what others stored in between is read. */
  receive(envelope: CallEventEnvelope): void;
  /** Takes note of how long the log is. */
  note(lastSeq: number): void;
  /** Resolves when all that is known to be missing has been read, or could not be. */
  caughtUp(): Promise<void>;
}

/** Folds the log of a call from its beginning; `caughtUp` reads it for the first time. */
export function createCallFold(options: CallFoldOptions): CallFold {
  const { readLog, onRead, onChange, onFailure } = options;
  let state = createCallState(options.callId);
  let isRead = false;

  function become(next: CallState) {
    const before = state;
    state = next;
    if (isRead && next !== before) onChange(before, next);
  }

  const read = coalesced(async () => {
    while (!isRead || state.missing) {
      const { lastSeq } = state;
      const page = await readLog(lastSeq);
      const next = receivePage(state, page);
      become(next);
      if (!isRead && !next.missing) {
        isRead = true;
        onRead(state);
      }
      // The log is behind what was heard of it: the next sign makes another attempt.
      if (next.missing && next.lastSeq === lastSeq) return;
    }
  });

  async function caughtUp() {
    if (isRead && !state.missing) return;
    await read().catch(onFailure);
  }

  return {
    get state() {
      return state;
    },
    caughtUp,
    receive(envelope) {
      become(receiveEnvelope(state, envelope));
      if (state.missing) void caughtUp();
    },
    note(lastSeq) {
      become(noteLastSeq(state, lastSeq));
      void caughtUp();
    },
  };
}
