export type { Sentiment, SentimentLabel, Side, Speaker } from '@agent/protocol';
export type { SentimentMarkLabels, SentimentValue } from '../sentiment-mark/sentiment-mark.tsx';
export type { TextCorrection } from '../transcript/transcript-item.ts';
export { createLaneSolo, type LaneSolo } from './playback/lane-solo.ts';
export { Playback, type PlaybackOptions } from './playback/playback.ts';
export {
  type HeardLane,
  type PlaybackSound,
  type PlaybackState,
  pausedPlayback,
  playbackRates,
  type TalkSpans,
  type TimeSpan,
} from './playback/playback-state.ts';
export type { PlayedSound, SoundElement } from './playback/sound-clock.ts';
export {
  type SoundSource,
  usePlayback,
  usePlaybackPosition,
  usePlaybackState,
} from './playback/use-playback.ts';
export { type PlayerKeys, usePlayerKeys } from './playback/use-player-keys.ts';
export { PlayerControls, type PlayerControlsProps } from './player-controls/player-controls.tsx';
export {
  defaultPlayerControlsLabels,
  type PlayerControlsLabels,
} from './player-controls/player-controls-labels.ts';
export {
  nextMarkMs,
  type ReplayMark,
  type ReplayMarkKind,
  replayMarkKinds,
  type SuggestionEnd,
} from './replay-timeline/replay-mark.ts';
export {
  ReplayTimeline,
  type ReplayTimelineProps,
} from './replay-timeline/replay-timeline.tsx';
export {
  defaultReplayTimelineLabels,
  type ReplayTimelineLabels,
} from './replay-timeline/replay-timeline-labels.ts';
export { findLines, lineAt, nextLineMs, type ReplayLine } from './replay-transcript/replay-line.ts';
export {
  ReplayTranscript,
  type ReplayTranscriptProps,
} from './replay-transcript/replay-transcript.tsx';
export {
  defaultReplayTranscriptLabels,
  type ReplayTranscriptLabels,
} from './replay-transcript/replay-transcript-labels.ts';
export { joinSpans, pausesBetween, type QuietOptions, quietSpans } from './waveform/quiet-spans.ts';
export { readWaveform } from './waveform/read-waveform.ts';
export type { WaveformPeaks } from './waveform/waveform-peaks.ts';
