'use client';
import type { SentimentAlert } from '@agent/calls';
import { useCallback, useEffect, useState } from 'react';
import type { CallFeed } from '../feed/call-feed.ts';
import type { CallSource } from '../feed/call-source.ts';
import { useCallFeed, useCallState } from '../feed/use-call-feed.ts';
import { ALERT_SHOWN_MS, standingAlert } from './standing-alert.ts';

/** The alert to show now, and the way to put it away. */
export interface ShownAlert {
  alert: SentimentAlert | null;
  dismiss(): void;
}

/** The alert that the customer is upset. What the log had before this page loaded it is past. */
export function useSentimentAlert(source: CallSource | CallFeed): ShownAlert {
  const feed = useCallFeed(source);
  const { call, status } = useCallState(feed);
  // Up to where alerts are done with, and in which feed: another call has a log of its own.
  const [done, setDone] = useState<{ feed: CallFeed; seq: number }>();
  const doneSeq = done?.feed === feed ? done.seq : undefined;
  if (doneSeq === undefined && status === 'ready') {
    setDone({ feed, seq: call.assist.alerts.at(-1)?.seq ?? 0 });
  }
  const standing = standingAlert(call);
  const alert = standing && doneSeq !== undefined && standing.seq > doneSeq ? standing : null;
  const seq = alert?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => setDone({ feed, seq }), ALERT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [feed, seq]);
  const dismiss = useCallback(() => {
    if (seq !== undefined) setDone({ feed, seq });
  }, [feed, seq]);
  return { alert, dismiss };
}
