'use client';
import { formatCount } from '@agent/calls';
import type { ReportFile } from '@agent/protocol';
import { Badge, EmptyState, RelativeTime } from '@agent/ui';
import { Files } from 'lucide-react';
import { keptFileHref } from './report-api.ts';
import { daysOfFile, kindWords, sizeInWords } from './report-words.ts';

/** What was made, newest first, to be fetched; and what was not, and why. */
export function KeptFiles({
  files,
  isNew,
}: {
  files: readonly ReportFile[];
  /** Whether it has come since one was here last. */
  isNew: (file: ReportFile) => boolean;
}) {
  if (files.length === 0) {
    return (
      <EmptyState
        icon={<Files />}
        title="No files yet"
        description="What regular reports make stands here, for 30 days."
      />
    );
  }
  return (
    <ul className="reports-list">
      {files.map((file) => (
        <li key={file.id} data-state={file.state}>
          <div>
            <h3>
              {file.name} {isNew(file) ? <Badge tone="accent">New</Badge> : null}
            </h3>
            <p>
              {kindWords[file.kind].name} · {daysOfFile(file)}
              {file.rows === null ? '' : ` · ${linesOf(file)}`}
              {file.bytes === null ? '' : ` · ${sizeInWords(file.bytes)}`} ·{' '}
              <RelativeTime at={file.at} />
            </p>
            {file.failure ? (
              <p className="reports-failure">
                <Badge tone="danger">Not made</Badge> {file.failure}
              </p>
            ) : null}
          </div>
          {file.state === 'made' ? (
            <a
              href={keptFileHref(file.id)}
              download
              className="reports-fetch"
              aria-label={`Download ${file.name}, ${daysOfFile(file)}`}
            >
              Download
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function linesOf({ kind, rows }: ReportFile): string {
  const count = formatCount(rows ?? 0);
  const [one, many] = kind === 'figures.csv' ? ['line', 'lines'] : ['call', 'calls'];
  return `${count} ${rows === 1 ? one : many}`;
}
