'use client';
import type { AuditEntryView } from '@agent/protocol';
import type { ReactNode } from 'react';
import type { AuditFilters } from '#client/admin/audit/audit-api.ts';

interface AuditEntryProps {
  entry: AuditEntryView;
  zone: string;
  filters: AuditFilters;
  onChange(next: Partial<AuditFilters>): void;
}

/** One act: when, what in words, from where. Who, what and where narrow the log to themselves. */
export function AuditEntry({ entry, zone, filters, onChange }: AuditEntryProps) {
  const { at, actor, subject, address, sentence, details } = entry;
  const about = subject && `${subject.kind}:${subject.id}`;
  return (
    <li className="audit-entry">
      <time dateTime={at} title={at}>
        {momentIn(at, zone)}
      </time>
      <div className="audit-what">
        <p>
          {sentence.map(({ text, is }, index) => {
            const key = `${index} ${is}`;
            if (is === 'who' && actor) {
              return (
                <Narrow
                  key={key}
                  title={`Everything that ${text} did`}
                  isDone={filters.actor === actor.id}
                  onNarrow={() => onChange({ actor: actor.id })}
                >
                  {text}
                </Narrow>
              );
            }
            if (is === 'what' && about) {
              return (
                <Narrow
                  key={key}
                  title="Everything about it"
                  isDone={filters.subject === about}
                  onNarrow={() => onChange({ subject: about })}
                >
                  {text}
                </Narrow>
              );
            }
            return <span key={key}>{text}</span>;
          })}
          {subject?.kind === 'call' && subject.name !== null ? (
            <>
              {' '}
              <a href={`/calls/${encodeURIComponent(subject.id)}`}>Open</a>
            </>
          ) : null}
        </p>
        {details.length > 0 ? <p className="audit-details">{details.join(' · ')}</p> : null}
      </div>
      <span className="audit-where">
        {address === null ? (
          '–'
        ) : (
          <Narrow
            title="Everything from there"
            isDone={filters.address === address}
            onNarrow={() => onChange({ address })}
          >
            {address}
          </Narrow>
        )}
      </span>
    </li>
  );
}

function Narrow({
  title,
  isDone,
  onNarrow,
  children,
}: {
  title: string;
  isDone: boolean;
  onNarrow(): void;
  children: ReactNode;
}) {
  if (isDone) return <strong>{children}</strong>;
  return (
    <button type="button" className="audit-narrow" title={title} onClick={onNarrow}>
      {children}
    </button>
  );
}

function momentIn(at: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' },
  } as const);
  return format.format(new Date(at));
}
