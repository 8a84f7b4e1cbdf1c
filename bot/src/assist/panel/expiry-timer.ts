import { type CallState, openSuggestions } from '@agent/calls';
import type { LiveSettings } from '@agent/store';
import type { CallClock } from '../../audio/audio-frame.ts';

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

/** What a timer goes by. */
export interface ExpiryTimerOptions {
  clock: CallClock;
  settings: Pick<LiveSettings, 'current' | 'onChange'>;
  /** Called when a suggestion is too old, or may be as another age is set. */
  onOld: () => void;
}

/** Creates a timer that does not wait yet. */
export function createExpiryTimer({ clock, settings, onOld }: ExpiryTimerOptions): ExpiryTimer {
  const stopFollowing = settings.onChange(onOld);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    arm(state) {
      clearTimeout(timer);
      const oldest = openSuggestions(state)[0];
      if (!oldest || isStopped) return;
      const dueInMs = oldest.offeredAtMs + settings.current().cardSeconds * 1_000 - clock();
      timer = setTimeout(onOld, Math.max(LEAST_WAIT_MS, dueInMs));
    },
    stop() {
      isStopped = true;
      stopFollowing();
      clearTimeout(timer);
    },
  };
}
