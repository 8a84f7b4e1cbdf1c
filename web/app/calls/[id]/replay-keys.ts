import { type PlayerKeys, playbackRates } from '@agent/ui/replay';
import type { Replay } from '#client/replay/use-replay.ts';

const STEP_MS = 5_000;

/** What the page does for a key. */
interface ReplayKeyActions {
  copyLink: () => void;
  search: () => void;
  /** Plays at the next speed. */
  faster: (direction: 1 | -1) => void;
}

/** What the keys of a replay do, wherever the focus is. */
export function replayKeys(
  { playback, toMark, toLine, time }: Replay,
  { copyLink, search, faster }: ReplayKeyActions,
): PlayerKeys {
  const step = (byMs: number) => () => playback.seek(playback.getPositionMs() + byMs);
  return {
    Space: playback.toggle,
    ArrowLeft: step(-STEP_MS),
    ArrowRight: step(STEP_MS),
    'Shift+ArrowLeft': () => toMark(-1),
    'Shift+ArrowRight': () => toMark(1),
    ',': () => toLine(-1),
    '.': () => toLine(1),
    Home: () => playback.seek(0),
    End: () => playback.seek(time.durationMs),
    '<': () => faster(-1),
    '>': () => faster(1),
    m: copyLink,
    '/': () => {
      search();
      // The field may come with the panel it is in.
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('[data-slot="line-search-input"]')?.focus();
      });
    },
  };
}

/** The speed after another, faster or slower; the same at the ends. */
export function nextRate(rate: number, direction: 1 | -1): number {
  const at = playbackRates.indexOf(rate as (typeof playbackRates)[number]);
  return playbackRates[at + direction] ?? rate;
}

/** The keys as the list of shortcuts says them. */
export const replayKeyWords = [
  { keys: 'Space', label: 'Play or pause' },
  { keys: 'ArrowLeft', label: '5 seconds back' },
  { keys: 'ArrowRight', label: '5 seconds forward' },
  { keys: 'Shift+ArrowLeft', label: 'Previous mark' },
  { keys: 'Shift+ArrowRight', label: 'Next mark' },
  { keys: ',', label: 'Previous line' },
  { keys: '.', label: 'Next line' },
  { keys: '<', label: 'Slower' },
  { keys: '>', label: 'Faster' },
  { keys: '/', label: 'Search in the call' },
  { keys: 'M', label: 'Copy a link to this second' },
  { keys: '?', label: 'Show these keys' },
] as const;
