import { formatClock } from '../../format/clock.ts';
import type { ReplayMark, ReplayMarkKind, SuggestionEnd } from './replay-mark.ts';

/** Strings of a `ReplayTimeline`. Times are milliseconds since the beginning of the call. */
export interface ReplayTimelineLabels {
  name: string;
  customer: string;
  agent: string;
  /** Names the slider. */
  position: string;
  /** What a screen reader says of a position. */
  positionText: (atMs: number, durationMs: number) => string;
  time: (atMs: number) => string;
  marks: string;
  /** One of them, where it is pointed at or read. */
  mark: (mark: ReplayMark) => string;
  legend: string;
  /** A kind with how many there are. */
  kind: (kind: ReplayMarkKind, count: number) => string;
  /** Where the sound of a call ends before the call does. */
  soundEnds: (atMs: number) => string;
}

const kinds: Record<ReplayMarkKind, [one: string, many: string]> = {
  suggestion: ['suggestion', 'suggestions'],
  alert: ['alert', 'alerts'],
  chat: ['message', 'messages'],
  comment: ['comment', 'comments'],
  help: ['request for help', 'requests for help'],
  coach: ['message to the agent', 'messages to the agent'],
  joined: ['supervisor in the conversation', 'supervisors in the conversation'],
  listening: ['supervisor listening', 'supervisors listening'],
  hold: ['hold', 'holds'],
  wait: ['wait for another agent', 'waits for another agent'],
  gap: ['not transcribed', 'not transcribed'],
  paused: ['recording paused', 'recording paused'],
  masked: ['card number masked', 'card numbers masked'],
  lost: ['sound lost', 'sound lost'],
};

const ends: Record<SuggestionEnd, string> = {
  open: 'shown to the end',
  used: 'used',
  edited: 'edited and sent',
  dismissed: 'dismissed',
  wrong: 'marked as wrong',
  expired: 'expired',
};

/** English words of a timeline; `labels` replaces them one by one. */
export const defaultReplayTimelineLabels: ReplayTimelineLabels = {
  name: 'Timeline',
  customer: 'Customer',
  agent: 'Agent',
  position: 'Position in the call',
  positionText: (atMs, durationMs) => `${formatClock(atMs)} of ${formatClock(durationMs)}`,
  time: formatClock,
  marks: 'What happened',
  mark: ({ kind, startMs, endMs, text, end }) => {
    const name = capital(kinds[kind][0]);
    const lasted = endMs > startMs ? ` for ${formatClock(endMs - startMs)}` : '';
    const what = [text, end ? ends[end] : ''].filter(Boolean).join(' – ');
    return `${formatClock(startMs)} · ${name}${lasted}${what ? `: ${what}` : ''}`;
  },
  legend: 'Show on the timeline',
  kind: (kind, count) => `${count} ${kinds[kind][count === 1 ? 0 : 1]}`,
  soundEnds: (atMs) => `The sound ends at ${formatClock(atMs)}`,
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
