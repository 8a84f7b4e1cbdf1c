import type { Speaker } from '@agent/protocol';
import { formatClock } from '../../format/clock.ts';
import type { SentimentMarkLabels } from '../../sentiment-mark/sentiment-mark.tsx';

/** Strings of a `ReplayTranscript`. */
export interface ReplayTranscriptLabels {
  name: string;
  speakers: Record<Speaker, string>;
  time: (atMs: number) => string;
  chat: string;
  /** Beside what a supervisor wrote to the agent. */
  coach: string;
  /** What was heard where a term was restored. */
  heard: (words: string) => string;
  sentiment: Partial<SentimentMarkLabels>;
  search: string;
  /** How many lines were found, and at which of them one is; 0 at none. */
  found: (count: number, at: number) => string;
  previousHit: string;
  nextHit: string;
  backToPlayhead: string;
  emptyTitle: string;
  emptyDescription: string;
  loading: string;
  errorTitle: string;
  errorDescription: string;
  retry: string;
}

/** English words of the transcript of a replay; `labels` replaces them one by one. */
export const defaultReplayTranscriptLabels: ReplayTranscriptLabels = {
  name: 'Transcript',
  speakers: { customer: 'Customer', agent: 'Agent', supervisor: 'Supervisor' },
  time: formatClock,
  chat: 'Chat',
  coach: 'To the agent alone',
  heard: (words) => `Heard: ${words}`,
  sentiment: {},
  search: 'Search in this call',
  found: (count, at) => {
    if (count === 0) return 'Not found';
    return at > 0 ? `${at} of ${count}` : `${count} found`;
  },
  previousHit: 'Previous hit',
  nextHit: 'Next hit',
  backToPlayhead: 'Back to the playhead',
  emptyTitle: 'Nothing was written down',
  emptyDescription: 'This call has neither words nor messages.',
  loading: 'Loading the transcript',
  errorTitle: 'The transcript could not be loaded',
  errorDescription: 'Try again to see what was said.',
  retry: 'Try again',
};
