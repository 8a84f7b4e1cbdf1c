'use client';
import { selectSentimentTrend } from '@agent/calls';
import { useMemo } from 'react';
import type { SentimentTrendPoint } from '../../sentiment-trend/sentiment-trend.tsx';
import type { CallReading } from '../feed/call-reading.ts';
import type { CallSource } from '../feed/call-source.ts';
import { useCallReading, useCallState } from '../feed/use-call-feed.ts';

/** How the customer's sentiment goes over the call, ready for a `SentimentTrend`. */
export function useSentimentTrend(
  source: CallSource | CallReading,
): readonly SentimentTrendPoint[] {
  const { segments, assist } = useCallState(useCallReading(source)).call;
  return useMemo(() => selectSentimentTrend({ segments, assist }), [segments, assist]);
}
