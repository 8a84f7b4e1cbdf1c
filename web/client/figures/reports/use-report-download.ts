'use client';
import type { MetricsQuery, ReportKind } from '@agent/protocol';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../http/request-error.ts';
import { fetchReport } from './report-api.ts';

/** How far a file is. */
export type DownloadState =
  | { is: 'idle' }
  | { is: 'making'; bytes: number }
  | { is: 'saved'; name: string; bytes: number }
  | { is: 'failed'; why: string };

/** Has a file made and gives it to the browser to save; one at a time, until the page is left. */
export function useReportDownload() {
  const [state, setState] = useState<DownloadState>({ is: 'idle' });
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const begin = async (kind: ReportKind, query: MetricsQuery) => {
    const mine = new AbortController();
    going.current?.abort();
    going.current = mine;
    const tell = (next: DownloadState) => {
      if (going.current === mine) setState(next);
    };
    tell({ is: 'making', bytes: 0 });
    try {
      const { name, blob } = await fetchReport(kind, query, {
        signal: mine.signal,
        onBytes: (bytes) => tell({ is: 'making', bytes }),
      });
      save(name, blob);
      tell({ is: 'saved', name, bytes: blob.size });
    } catch (error) {
      tell(mine.signal.aborted ? { is: 'idle' } : { is: 'failed', why: messageOf(error) });
    }
  };
  return { state, begin, cancel: () => going.current?.abort() };
}

function save(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  Object.assign(link, { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
