'use client';
import {
  type NewReportSchedule,
  newReportScheduleSchema,
  type ReportSchedule,
  reportKinds,
} from '@agent/protocol';
import { Button, Notice, Select, TextField } from '@agent/ui';
import { type FormEvent, useState } from 'react';
import { messageOf } from '../../http/request-error.ts';
import { type FilterChoices, kindWords, type Named, weekdayNames } from './report-words.ts';

/** What is being filled in: texts, as fields have them. */
interface Draft {
  name: string;
  kind: string;
  every: string;
  weekday: string;
  hour: string;
  queue: string;
  agent: string;
  outcome: string;
}

/** A report that is to be made regularly, or another way to make one. */
export function ScheduleForm({
  schedule,
  zone,
  choices,
  onSave,
  onClose,
}: {
  /** Absent: a new one. */
  schedule?: ReportSchedule | undefined;
  zone: string;
  choices: FilterChoices;
  onSave: (schedule: NewReportSchedule) => Promise<void>;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(schedule));
  const [state, setState] = useState<{ saving: boolean; problem: string | null }>({
    ...{ saving: false, problem: null },
  });
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onValueChange: (value: string) => set({ [name]: value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = newReportScheduleSchema.safeParse(scheduleOf(draft));
    if (!parsed.success) {
      return setState({ saving: false, problem: parsed.error.issues[0]?.message ?? '' });
    }
    setState({ saving: true, problem: null });
    await onSave(parsed.data).then(onClose, (error: unknown) =>
      setState({ saving: false, problem: messageOf(error) }),
    );
  };
  return (
    <form className="reports-form" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Name"
        value={draft.name}
        maxLength={80}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <Select
        label="Kind"
        options={reportKinds.map((kind) => ({ value: kind, label: kindWords[kind].name }))}
        {...field('kind')}
      />
      <Select
        label="How often"
        options={[
          { value: 'day', label: 'Every day, of the day before' },
          { value: 'week', label: 'Every week, of the seven days before' },
        ]}
        {...field('every')}
      />
      {draft.every === 'week' ? (
        <Select
          label="On"
          options={weekdayNames.map((label, index) => ({ value: String(index + 1), label }))}
          {...field('weekday')}
        />
      ) : null}
      <Select label={`At (${zone})`} options={hours} {...field('hour')} />
      <Select label="Queue" options={optionsOf('All queues', choices.queues)} {...field('queue')} />
      <Select label="Agent" options={optionsOf('All agents', choices.agents)} {...field('agent')} />
      <Select
        label="Outcome"
        options={[
          ...optionsOf(
            'Any outcome',
            choices.outcomes.filter(({ id }) => id !== 'abandoned'),
          ),
          { value: 'abandoned', label: 'Nobody answered' },
        ]}
        {...field('outcome')}
      />
      {state.problem ? (
        <Notice tone="error" title="It was not saved">
          {state.problem}
        </Notice>
      ) : null}
      <div className="reports-acts">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={state.saving}>
          {schedule ? 'Save' : 'Make it regularly'}
        </Button>
      </div>
    </form>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  ...{ value: String(hour), label: `${hour}:00` },
}));

function optionsOf(any: string, all: readonly Named[]) {
  return [{ value: '', label: any }, ...all.map(({ id, name }) => ({ value: id, label: name }))];
}

function draftOf(schedule: ReportSchedule | undefined): Draft {
  const { queue = '', agent = '', outcome = '' } = schedule?.filter ?? {};
  return {
    ...{ name: schedule?.name ?? '', kind: schedule?.kind ?? 'dashboard.pdf' },
    ...{ every: schedule?.every ?? 'week', weekday: String(schedule?.weekday ?? 1) },
    ...{ hour: String(schedule?.hour ?? 7), queue, agent, outcome },
  };
}

function scheduleOf({ queue, agent, outcome, ...draft }: Draft): unknown {
  return {
    ...draft,
    ...{ weekday: Number(draft.weekday), hour: Number(draft.hour) },
    filter: { ...(queue && { queue }), ...(agent && { agent }), ...(outcome && { outcome }) },
  };
}
