'use client';
import { type CallState, type ConversationItem, createTurnsSelector } from '@agent/calls';
import { useMemo } from 'react';
import type { TranscriptSentiments } from '../../transcript/transcript-item.ts';
import type { CallFeedStatus, CallReading } from './call-reading.ts';
import type { CallSource } from './call-source.ts';
import { useCallReading, useCallState } from './use-call-feed.ts';

/** What was said and what happened, ready for a `Transcript`. Parts that do not change stay the same. */
export interface LiveTranscript {
  /** Rows, oldest first: turns, chat, gaps and holds. A row that did not change is the same object. */
  items: readonly ConversationItem[];
  /** How the customer's segments sound, by segment id; empty where the backend tells nothing of it. */
  sentiments: TranscriptSentiments;
  /** How far behind the transcription is. */
  transcription: CallState['transcription'];
  /** What a `Transcript` is to show: it is loading or in error only while there is nothing to read. */
  shownStatus: 'loading' | 'ready' | 'error';
  /** `away`: the backend does not answer, what is known stays shown; `refused`: not our call. */
  status: CallFeedStatus;
  /** Reads the log at once, for the button of a failure. */
  retry(): void;
}

/**
 * The transcript of a call. Of a source it keeps a feed of its own; where several hooks look at one
 * call, `useCallFeed` makes one feed for all of them.
 */
export function useTranscript(source: CallSource | CallReading): LiveTranscript {
  const reading = useCallReading(source);
  const { call, status } = useCallState(reading);
  // Another reading is another call with rows of its own.
  const select = useMemo(createTurnsSelector, [reading]);
  const items = select(call);
  const { transcription } = call;
  const { sentiment: sentiments } = call.assist;
  const shownStatus = items.length > 0 ? 'ready' : shownAs[status];
  return useMemo(
    () => ({
      items,
      sentiments,
      transcription,
      shownStatus,
      status,
      retry: reading.retry ?? nothing,
    }),
    [items, sentiments, transcription, shownStatus, status, reading],
  );
}

function nothing(): void {}

const shownAs = { loading: 'loading', ready: 'ready', away: 'error', refused: 'error' } as const;
