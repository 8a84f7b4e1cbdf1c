import { type CallState, openSuggestions } from '@agent/calls';
import type { CallClock } from '../../audio/audio-frame.ts';
import { MAX_AGE_MS } from './expiry.ts';

/** Waits for the oldest open suggestion to be too old. */
export interface ExpiryTimer {
  /** Looks at the call again; to be called after each change, and after `onOld` has looked. */
  arm(state: CallState): void;
  /** Waits no more. Stopping twice is harmless. */
  stop(): void;
}

/**
 * A timer may go off a moment before the clock says so, and what should have gone may still be
 * there: the next look comes, but not at once.
 */
const LEAST_WAIT_MS = 1_000;

/** Creates a clock that is not wound up yet; `onOld` is called when a suggestion is too old. */
export function createExpiryTimer(clock: CallClock, onOld: () => void): ExpiryTimer {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    arm(state) {
      clearTimeout(timer);
      const oldest = openSuggestions(state)[0];
      if (!oldest || isStopped) return;
      const dueInMs = oldest.offeredAtMs + MAX_AGE_MS - clock();
      timer = setTimeout(onOld, Math.max(LEAST_WAIT_MS, dueInMs));
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
