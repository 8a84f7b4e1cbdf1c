'use client';
import type { ReportSchedule, Reports } from '@agent/protocol';
import { Badge, Button, EmptyState } from '@agent/ui';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { type FilterChoices, filterInWords, kindWords, whenInWords } from './report-words.ts';

/** What is made regularly, and when the next one comes. */
export function ScheduleList({
  reports: { schedules, zone },
  userId,
  choices,
  onChange,
  onRemove,
}: {
  reports: Reports;
  userId: string;
  choices: FilterChoices;
  onChange: (schedule: ReportSchedule) => void;
  onRemove: (schedule: ReportSchedule) => void;
}) {
  const [asked, setAsked] = useState<string | null>(null);
  if (schedules.length === 0) {
    return (
      <EmptyState
        icon={<CalendarClock />}
        title="No regular reports"
        description="A report that is made every day or week is kept here for a month."
      />
    );
  }
  return (
    <ul className="reports-list">
      {schedules.map((schedule) => (
        <li key={schedule.id}>
          <div>
            <h3>{schedule.name}</h3>
            <p>
              {kindWords[schedule.kind].name} · {whenInWords(schedule)} ·{' '}
              {filterInWords(schedule.filter, choices)}
              {schedule.owner.userId === userId ? '' : ` · of ${schedule.owner.name}`}
            </p>
            <p>
              {schedule.isOn ? (
                `Next: ${nextInWords(schedule.nextAt, zone)}`
              ) : (
                <Badge tone="warning">Not made: its owner may not sign in</Badge>
              )}
            </p>
          </div>
          {asked === schedule.id ? (
            <fieldset className="reports-acts">
              <legend className="visually-hidden">Remove {schedule.name}</legend>
              <span>{consequence(schedule.files)}</span>
              <Button size="sm" onClick={() => setAsked(null)} autoFocus>
                Keep it
              </Button>
              <Button size="sm" variant="danger" onClick={() => onRemove(schedule)}>
                Remove
              </Button>
            </fieldset>
          ) : (
            <div className="reports-acts">
              <Button
                size="sm"
                aria-label={`Change ${schedule.name}`}
                onClick={() => onChange(schedule)}
              >
                Change
              </Button>
              <Button
                size="sm"
                aria-label={`Remove ${schedule.name}`}
                onClick={() => setAsked(schedule.id)}
              >
                Remove
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function consequence(files: number): string {
  if (files === 0) return 'It is made no more.';
  return `It is made no more, and ${files === 1 ? 'its file goes' : `its ${files} files go`} with it.`;
}

function nextInWords(at: string | null, zone: string): string {
  if (at === null) return 'none';
  return new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: 'numeric', minute: '2-digit' },
  } as const).format(new Date(at));
}
