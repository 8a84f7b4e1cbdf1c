import type { AlertKind, Speaker } from '@agent/protocol';
import { formatClock } from '../format/clock.ts';
import {
  defaultSentimentSparkLabels,
  type SentimentSparkLabels,
} from '../sessions/sentiment-spark.tsx';
import type { WallTier } from './wall-tiers.ts';

/** Strings of a `CallWall`. */
export interface CallWallLabels {
  /** Names the wall. */
  name: string;
  loading: string;
  tiers: Record<WallTier, string>;
  /** What stands where nothing needs help. */
  nothingPressing: string;
  showAll: string;
  hide: string;
  /** Why a call stands out; how long that has been so, and the figure of `long`. */
  alerts: Record<AlertKind, (sinceMs: number, figureMs: number | null) => string>;
  owner: (name: string) => string;
  isYours: string;
  done: string;
  /** How long it is still put off. */
  snoozed: (leftMs: number) => string;
  take: string;
  release: string;
  snooze: string;
  snoozeFor: (minutes: number) => string;
  finish: string;
  listen: string;
  /** Follows `listen`, for screen readers. */
  listenTo: (agentName: string, customerName: string) => string;
  noAgent: string;
  /** Between the agent and the customer, for screen readers. */
  with: string;
  queue: string;
  /** How long the call has lasted. */
  talked: (durationMs: number) => string;
  held: (durationMs: number) => string;
  notTranscribed: string;
  sentiment: SentimentSparkLabels;
  speakers: Record<Speaker, string>;
  listens: (name: string) => string;
  joined: (name: string) => string;
  over: string;
  /** Said when something new wants somebody. */
  announce: (kind: AlertKind, agentName: string, customerName: string) => string;
}

/** English words of the wall; `labels` replaces them one by one. */
export const defaultCallWallLabels: CallWallLabels = {
  name: 'Calls that go on',
  loading: 'Loading calls…',
  tiers: { 'needs-help': 'Needs help', watch: 'Watch', fine: 'Fine' },
  nothingPressing: 'Nobody needs help.',
  showAll: 'Show',
  hide: 'Hide',
  alerts: {
    help: (sinceMs) => `Asked for help ${formatClock(sinceMs)} ago`,
    upset: (sinceMs) => `Customer sounds upset, falling for ${formatClock(sinceMs)}`,
    'no-text': (sinceMs) => `No text for ${formatClock(sinceMs)} although somebody speaks`,
    hold: (sinceMs) => `On hold ${formatClock(sinceMs)}`,
    late: (sinceMs) => `Text comes late for ${formatClock(sinceMs)}`,
    long: (_sinceMs, figureMs) =>
      figureMs === null
        ? 'Longer than 9 of 10 calls'
        : `Longer than 9 of 10 calls (${formatClock(figureMs)})`,
  },
  owner: (name) => `${name} takes it`,
  isYours: 'You take it',
  done: 'Seen to',
  snoozed: (leftMs) => `Later, in ${formatClock(leftMs)}`,
  take: 'I take it',
  release: 'Give it back',
  snooze: 'Later',
  snoozeFor: (minutes) => `In ${minutes} minutes`,
  finish: 'Done',
  listen: 'Listen',
  listenTo: (agentName, customerName) => `to ${agentName} and ${customerName}`,
  noAgent: 'No agent',
  with: 'with',
  queue: 'Queue',
  talked: formatClock,
  held: (durationMs) => `On hold ${formatClock(durationMs)}`,
  notTranscribed: 'Not written down',
  sentiment: {
    ...defaultSentimentSparkLabels,
    course: {
      unknown: 'not known',
      'upset-throughout': 'upset',
      'ends-upset': 'turned upset',
      'calms-down': 'calmed down',
      'calm-throughout': 'calm',
      'ends-calm': 'calm',
      'turns-around': 'turned around',
      'ends-pleased': 'pleased',
      'pleased-throughout': 'pleased',
    },
  },
  speakers: { customer: 'Customer', agent: 'Agent', supervisor: 'Supervisor' },
  listens: (name) => `${name} listens`,
  joined: (name) => `${name} has joined`,
  over: 'The call is over',
  announce: (kind, agentName, customerName) =>
    kind === 'help' ? `${agentName} asks for help.` : `${customerName} sounds upset.`,
};
