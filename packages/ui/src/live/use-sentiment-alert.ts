'use client';
import type { SentimentAlert } from '@agent/calls';
import { useCallback, useEffect, useState } from 'react';
import type { CallFeed } from './call-feed.ts';
import type { CallSource } from './call-source.ts';
import { standingAlert } from './standing-alert.ts';
import { useCallFeed, useCallState } from './use-call-feed.ts';

/** An alert that nobody answers goes by itself after so long. */
const SHOWN_MS = 20_000;

/** The alert to show now, and the way to put it away. */
export interface ShownAlert {
  alert: SentimentAlert | null;
  dismiss(): void;
}

/** The alert that the customer is upset. What the log had before this page loaded it is past. */
export function useSentimentAlert(source: CallSource | CallFeed): ShownAlert {
  const { call, status } = useCallState(useCallFeed(source));
  const [doneSeq, setDoneSeq] = useState<number | null>(null);
  if (doneSeq === null && status === 'ready') setDoneSeq(call.assist.alerts.at(-1)?.seq ?? 0);
  const standing = standingAlert(call);
  const alert = standing && doneSeq !== null && standing.seq > doneSeq ? standing : null;
  const seq = alert?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => setDoneSeq(seq), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [seq]);
  const dismiss = useCallback(() => {
    if (seq !== undefined) setDoneSeq(seq);
  }, [seq]);
  return { alert, dismiss };
}
