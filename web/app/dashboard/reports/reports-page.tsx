'use client';
import type { NewReportSchedule, ReportFile, ReportKind, ReportSchedule } from '@agent/protocol';
import { Button, Notice, Skeleton } from '@agent/ui';
import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import {
  daysAsked,
  figuresQuery,
  filterAddress,
  usualSplit,
} from '#client/figures/filters/figure-address.ts';
import { FigureFilters } from '#client/figures/filters/figure-filters.tsx';
import { KeptFiles } from '#client/figures/reports/kept-files.tsx';
import { MakeReport } from '#client/figures/reports/make-report.tsx';
import {
  addSchedule,
  changeSchedule,
  lookAtReports,
  readReports,
  removeSchedule,
} from '#client/figures/reports/report-api.ts';
import type { FilterChoices } from '#client/figures/reports/report-words.ts';
import { ScheduleForm } from '#client/figures/reports/schedule-form.tsx';
import { ScheduleList } from '#client/figures/reports/schedule-list.tsx';
import { messageOf } from '#client/http/request-error.ts';
import { useSessionAgents } from '#client/sessions/use-session-agents.ts';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';
import { FigureNav } from '../figure-nav.tsx';
import '#client/figures/reports/reports.css';

/** Jobs look once a minute. */
const POLL_MS = 30_000;

/** Makes reports now or regularly, and has those that were made. */
export function ReportsPage({ userId }: { userId: string }) {
  const [filter, setFilter] = useQueryStates(filterAddress, { history: 'push' });
  const { queues, outcomes } = useSessionChoices();
  const agents = useSessionAgents(true);
  const queryOf = (kind: ReportKind) =>
    figuresQuery(filter, kind === 'figures.csv' ? usualSplit(daysAsked(filter)) : undefined);
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>Figures</h1>
        <FigureNav here="reports" />
        <FigureFilters
          value={filter}
          onChange={(part) => void setFilter(part)}
          {...{ agents, queues, outcomes }}
        />
      </div>
      <div className="dashboard-body">
        <MakeReport queryOf={queryOf} />
        <Regular
          userId={userId}
          choices={{ queues: queues ?? [], agents: agents ?? [], outcomes: outcomes ?? [] }}
        />
      </div>
    </div>
  );
}

function Regular({ userId, choices }: { userId: string; choices: FilterChoices }) {
  const { data, error, isPaused, refetch } = useQuery({
    queryKey: ['reports'],
    queryFn: ({ signal }) => readReports(signal),
    refetchInterval: POLL_MS,
  });
  const isNew = useNewFiles(data?.files);
  const [form, setForm] = useState<ReportSchedule | 'new' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (schedule: NewReportSchedule) => {
    await (form === null || form === 'new'
      ? addSchedule(schedule)
      : changeSchedule(form.id, schedule));
    await refetch();
  };
  const remove = ({ id }: ReportSchedule) => {
    setProblem(null);
    removeSchedule(id)
      .catch((failure: unknown) => setProblem(messageOf(failure)))
      .finally(() => void refetch());
  };
  return (
    <>
      {isPaused ? (
        <Notice tone="warning" title="You are offline">
          Reports come again by themselves as soon as there is a connection.
        </Notice>
      ) : error ? (
        <Notice
          tone="error"
          title={data ? 'These reports are not new' : 'Reports could not be fetched'}
          action={
            <Button size="sm" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {messageOf(error)}
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="error" title="It was not removed">
          {problem}
        </Notice>
      ) : null}
      <section className="reports-part" aria-labelledby="reports-regular">
        <header>
          <h2 id="reports-regular">Regular reports</h2>
          {data && form === null ? (
            <Button size="sm" onClick={() => setForm('new')}>
              New regular report
            </Button>
          ) : null}
        </header>
        {data && form !== null ? (
          <ScheduleForm
            key={form === 'new' ? 'new' : form.id}
            schedule={form === 'new' ? undefined : form}
            zone={data.zone}
            choices={choices}
            onSave={save}
            onClose={() => setForm(null)}
          />
        ) : null}
        {data ? (
          <ScheduleList
            reports={data}
            {...{ userId, choices }}
            onChange={setForm}
            onRemove={remove}
          />
        ) : error || isPaused ? null : (
          <Skeleton lines={3} height="48px" />
        )}
      </section>
      <section className="reports-part" aria-labelledby="reports-kept">
        <h2 id="reports-kept">Kept files</h2>
        {data ? (
          <KeptFiles files={data.files} isNew={isNew} />
        ) : error || isPaused ? null : (
          <Skeleton lines={4} height="48px" />
        )}
      </section>
    </>
  );
}

/** What is new stays marked as long as one is here; the server is told that it was seen. */
function useNewFiles(files: readonly ReportFile[] | undefined): (file: ReportFile) => boolean {
  const seen = useRef(new Set<string>());
  const fresh = (files ?? []).filter(({ isNew }) => isNew).map(({ id }) => id);
  for (const id of fresh) seen.current.add(id);
  const hasNew = fresh.length > 0;
  useEffect(() => {
    // Whoever is told of it again at the next visit has lost nothing.
    if (hasNew) void lookAtReports().catch(() => undefined);
  }, [hasNew]);
  return ({ id }) => seen.current.has(id);
}
