'use client';
import { selectSentimentTrend } from '@agent/calls';
import { useMemo } from 'react';
import type { SentimentTrendPoint } from '../sentiment-trend/sentiment-trend.tsx';
import type { CallFeed } from './call-feed.ts';
import type { CallSource } from './call-source.ts';
import { useCallFeed, useCallState } from './use-call-feed.ts';

/** How the customer's mood goes over the call, ready for a `SentimentTrend`. */
export function useSentimentTrend(source: CallSource | CallFeed): readonly SentimentTrendPoint[] {
  const { segments, assist } = useCallState(useCallFeed(source)).call;
  return useMemo(() => selectSentimentTrend({ segments, assist }), [segments, assist]);
}
