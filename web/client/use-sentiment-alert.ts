'use client';
import type { CallState, SentimentAlert } from '@agent/calls';
import { useEffect, useState } from 'react';
import { standingAlert } from './standing-alert.ts';

/** An alert that nobody answers goes by itself after so long. */
const SHOWN_MS = 20_000;

/** The alert to show now, and the way to put it away. */
export interface ShownAlert {
  alert: SentimentAlert | null;
  dismiss(): void;
}

/** The alert of a call. What the log had before this page `loaded` it is past. */
export function useSentimentAlert(state: CallState, loaded: boolean): ShownAlert {
  const [doneSeq, setDoneSeq] = useState<number | null>(null);
  if (doneSeq === null && loaded) setDoneSeq(state.assist.alerts.at(-1)?.seq ?? 0);
  const standing = standingAlert(state);
  const alert = standing && doneSeq !== null && standing.seq > doneSeq ? standing : null;
  const seq = alert?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => setDoneSeq(seq), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [seq]);
  return { alert, dismiss: () => seq !== undefined && setDoneSeq(seq) };
}
