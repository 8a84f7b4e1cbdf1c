import type { Speaker } from '@agent/protocol';
import { formatClock, formatTimer } from '../format/clock.ts';
import type { TranscriptGap, TranscriptSupervision } from './transcript-item.ts';

/** Names of those who can be heard, as written above their turns. */
export type SpeakerNames = Record<Speaker, string>;
/** What they are called when nobody says who they are. */
export const defaultSpeakerNames: SpeakerNames = {
  customer: 'Customer',
  agent: 'Agent',
  supervisor: 'Supervisor',
};

/** Strings of a `Transcript`. */
export interface TranscriptLabels {
  name: string;
  emptyTitle: string;
  emptyDescription: string;
  loading: string;
  errorTitle: string;
  errorDescription: string;
  retry: string;
  jumpToLive: string;
  newItems: (count: number) => string;
  chat: string;
  /** What was heard where a term was restored. */
  heard: (words: string) => string;
  /** When something was said; milliseconds since the call was answered. */
  time: (atMs: number) => string;
  gap: (name: string, durationMs: number, reason: TranscriptGap['reason']) => string;
  held: string;
  hold: (durationMs: number) => string;
  /** The agent had to leave. */
  waiting: string;
  waited: (durationMs: number) => string;
  recordingPaused: string;
  recordingPause: (durationMs: number) => string;
  /** A supervisor who can be heard, by name. */
  supervisor: (name: string) => string;
  /** Beside what a supervisor wrote to the agent. */
  coach: string;
  supervision: (done: Pick<TranscriptSupervision, 'act' | 'name' | 'text'>) => string;
  /** What a screen reader says when a segment is final. */
  announcement: (name: string, text: string) => string;
}
/**
 * English words of what is in a transcript beside what was said; `labels` replaces them one by one.
 */
export const defaultTranscriptLabels: TranscriptLabels = {
  name: 'Transcript',
  emptyTitle: 'Nothing said yet',
  emptyDescription: 'Words of both sides appear here as they are spoken.',
  loading: 'Loading the transcript',
  errorTitle: 'The transcript could not be loaded',
  errorDescription: 'The call goes on. Try again to see what was said.',
  retry: 'Try again',
  jumpToLive: 'Jump to live',
  newItems: (count) => `${count} new`,
  chat: 'Chat',
  heard: (words) => `Heard: ${words}`,
  time: formatTimer,
  gap: (name, durationMs, reason) =>
    `${formatClock(durationMs)} of ${name} missing: ${gapReasons[reason]}`,
  held: 'On hold',
  hold: (durationMs) => `On hold for ${formatClock(durationMs)}`,
  waiting: 'The agent had to leave: waiting for another one',
  waited: (durationMs) => `Waited ${formatClock(durationMs)} for another agent`,
  recordingPaused: 'Recording paused',
  recordingPause: (durationMs) => `Recording paused for ${formatClock(durationMs)}`,
  supervisor: (name) => `${name} (supervisor)`,
  coach: 'To the agent alone',
  supervision: ({ act, name, text }) => acts[act](name, text),
  announcement: (name, text) => `${name}: ${text}`,
};

const gapReasons: Record<TranscriptGap['reason'], string> = {
  'bot-restarted': 'transcription restarted',
  'buffer-full': 'transcription was late for too long',
  'transcriber-failed': 'transcription failed',
  'media-lost': 'the sound did not arrive',
  'pipeline-failed': 'transcription failed and began again',
  'not-stored': 'the text could not be stored',
};

const acts: Record<TranscriptSupervision['act'], (name: string, text: string) => string> = {
  'help-asked': (_, reason) => (reason ? `Asked for help: ${reason}` : 'Asked for help'),
  'help-taken': (name) => `${name} helps`,
  'help-done': () => 'Help is done',
  'help-withdrawn': () => 'Help is not needed any more',
  listening: (name) => `${name} listens`,
  'stopped-listening': (name) => `${name} has stopped listening`,
  joined: (name) => `${name} (supervisor) has joined`,
  left: (name) => `${name} (supervisor) has left`,
};
