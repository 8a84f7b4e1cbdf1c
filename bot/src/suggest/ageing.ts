import { type CallState, openSuggestions } from '@agent/calls';
import type { CallClock } from '../audio/audio-frame.ts';
import { MAX_AGE_MS } from './expiry.ts';

/** Waits for the oldest open suggestion to be too old. */
export interface Ageing {
  /** Looks at the call anew. */
  arm(state: CallState): void;
  /** Waits no more. Stopping twice is harmless. */
  stop(): void;
}

/** Creates a clock that is not wound up yet; `onOld` is called when a suggestion is too old. */
export function createAgeing(clock: CallClock, onOld: () => void): Ageing {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    arm(state) {
      clearTimeout(timer);
      const oldest = openSuggestions(state)[0];
      if (!oldest || isStopped) return;
      timer = setTimeout(onOld, Math.max(0, oldest.offeredAtMs + MAX_AGE_MS - clock()));
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
