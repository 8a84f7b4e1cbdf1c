import { formatClock } from '../../format/clock.ts';
import type { HeardLane } from '../playback/playback-state.ts';

/** Strings of `PlayerControls`. */
export interface PlayerControlsLabels {
  name: string;
  play: string;
  pause: string;
  back: string;
  forward: string;
  previousMark: string;
  nextMark: string;
  /** Position and length, in milliseconds. */
  time: (positionMs: number, durationMs: number) => string;
  speed: string;
  rate: (rate: number) => string;
  skipSilence: string;
  /** After a stretch of so many milliseconds was skipped. */
  skipped: (durationMs: number) => string;
  listenTo: string;
  heard: Record<HeardLane, string>;
  copyLink: string;
  copied: string;
  buffering: string;
}

/** English words of the controls; `labels` replaces them one by one. */
export const defaultPlayerControlsLabels: PlayerControlsLabels = {
  name: 'Player',
  play: 'Play',
  pause: 'Pause',
  back: '5 seconds back',
  forward: '5 seconds forward',
  previousMark: 'Previous mark',
  nextMark: 'Next mark',
  time: (positionMs, durationMs) => `${formatClock(positionMs)} / ${formatClock(durationMs)}`,
  speed: 'Speed',
  rate: (rate) => `${rate}×`,
  skipSilence: 'Skip silence',
  skipped: (durationMs) => `${Math.round(durationMs / 1000)} s skipped`,
  listenTo: 'Listen to',
  heard: { both: 'Both sides', customer: 'Customer', agent: 'Agent' },
  copyLink: 'Copy link',
  copied: 'Link copied',
  buffering: 'Loading the sound',
};
