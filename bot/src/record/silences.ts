import type { CallRecorder } from '@agent/recordings/record';

/** Why all of a call's sound is left out for a while. */
type Reason = 'held' | 'paused';

/** Holds and pauses of a recording, which may begin before it does. */
export interface Silences {
  /** Leaves out what comes from `fromMs` on; once it does so, later beginnings change nothing. */
  begin(reason: Reason, fromMs: number): void;
  end(reason: Reason, atMs: number): void;
  /** Gives it the recorder for which they count. */
  start(recorder: Pick<CallRecorder, 'pause'>): void;
}

/** Starts with none. */
export function createSilences(): Silences {
  const fromMs = new Map<Reason, number>();
  const ends = new Map<Reason, (atMs: number) => void>();
  let recorder: Pick<CallRecorder, 'pause'> | undefined;

  function pause(reason: Reason, from: number) {
    if (recorder) ends.set(reason, recorder.pause(from));
  }

  return {
    begin(reason, from) {
      if (fromMs.has(reason)) return;
      fromMs.set(reason, from);
      pause(reason, from);
    },
    end(reason, atMs) {
      fromMs.delete(reason);
      ends.get(reason)?.(atMs);
      ends.delete(reason);
    },
    start(given) {
      recorder = given;
      for (const [reason, from] of fromMs) pause(reason, from);
    },
  };
}
