'use client';
import { type MetricsQuery, type ReportKind, reportKinds } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import { useState } from 'react';
import { kindWords, sizeInWords } from './report-words.ts';
import { type DownloadState, useReportDownload } from './use-report-download.ts';

/** Makes a file of what is chosen above, now. */
export function MakeReport({ queryOf }: { queryOf: (kind: ReportKind) => MetricsQuery }) {
  const [kind, setKind] = useState<ReportKind>('calls.csv');
  const { state, begin, cancel } = useReportDownload();
  const isMaking = state.is === 'making';
  return (
    <section className="reports-part" aria-labelledby="reports-now">
      <h2 id="reports-now">Make a report now</h2>
      <p className="reports-hint">Of the period and filters above.</p>
      <fieldset className="reports-kinds" disabled={isMaking}>
        <legend className="visually-hidden">Kind of file</legend>
        {reportKinds.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="report-kind"
              checked={one === kind}
              onChange={() => setKind(one)}
            />
            <span>
              <strong>{kindWords[one].name}</strong>
              <small>{kindWords[one].what}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="reports-acts">
        {isMaking ? (
          <Button onClick={cancel}>Stop</Button>
        ) : (
          <Button variant="primary" onClick={() => void begin(kind, queryOf(kind))}>
            Make it
          </Button>
        )}
        <p role="status">{progressOf(state)}</p>
      </div>
      {state.is === 'failed' ? (
        <Notice tone="error" title="The report could not be made">
          {state.why}
        </Notice>
      ) : null}
    </section>
  );
}

function progressOf(state: DownloadState): string {
  switch (state.is) {
    case 'idle':
    case 'failed':
      return '';
    case 'making':
      return state.bytes === 0 ? 'Being made …' : `Being made … ${sizeInWords(state.bytes)}`;
    case 'saved':
      return `${state.name} was saved (${sizeInWords(state.bytes)}).`;
    default:
      return state satisfies never;
  }
}
