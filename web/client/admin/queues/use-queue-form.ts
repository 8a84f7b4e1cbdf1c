'use client';
import type { AdminQueue, AdminQueues, NewQueue, QueueFieldName } from '@agent/protocol';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { type FieldPath, type UseFormReturn, useForm } from 'react-hook-form';
import { messageOf, RequestError } from '../../http/request-error.ts';
import { addQueue, changeQueue } from './queue-api.ts';
import {
  changeOf,
  emptyQueueForm,
  formValuesOf,
  isSame,
  isSameForm,
  type Meanwhile,
  type QueueDraft,
  type QueueFormValues,
  queueFormSchema,
} from './queue-form.ts';
import { type SavingConsequences, whatSavingDoes } from './queue-words.ts';
import { rebaseForm } from './rebase-form.ts';
import { useKnownQueue, useLookAgain } from './use-queues.ts';

/** What a form begins with, and who is told. */
export interface QueueFormOptions {
  /** As the server has it now; null: a queue that is to be. */
  queue: AdminQueue | null;
  draft: QueueDraft | undefined;
  onDraftChange(draft: QueueDraft | undefined): void;
  onSaved(queue: AdminQueue): void;
}

/** A queue while it is being changed. */
export interface QueueEditing {
  form: UseFormReturn<QueueFormValues, unknown, NewQueue>;
  /** The queue that the form's changes are made from. */
  base: AdminQueue | null;
  /** Whether saving would change anything. */
  isDirty: boolean;
  /** What somebody else has changed since the form began. */
  meanwhile: Meanwhile & { isUndecided: boolean };
  isSaving: boolean;
  /** Why saving failed, in words. */
  problem: string | null;
  consequences(agents: AdminQueues['agents']): SavingConsequences;
  /** Whether a choice between theirs and ours is missing; says so then. */
  mustDecide(): boolean;
  save(wanted: NewQueue): Promise<void>;
  discard(): void;
  /** Settles a part that both have changed. */
  decide(name: QueueFieldName, whose: 'mine' | 'theirs'): void;
  forgetMeanwhile(): void;
}

const nothing: Meanwhile = { by: null, taken: [], collisions: [] };

/**
 * The form of a queue. What others change meanwhile is laid under what was typed, as soon as it is known; where both have
 * changed a part, the admin decides.
 */
export function useQueueForm(options: QueueFormOptions): QueueEditing {
  const { queue, draft, onDraftChange } = options;
  const [base, setBase] = useState(draft ? draft.base : queue);
  const [meanwhile, setMeanwhile] = useState(draft?.meanwhile ?? nothing);
  const [isUndecided, setUndecided] = useState(false);
  const before = base ? formValuesOf(base) : emptyQueueForm;
  const form = useForm<QueueFormValues, unknown, NewQueue>({
    resolver: zodResolver(queueFormSchema),
    defaultValues: draft?.values ?? before,
    mode: 'onTouched',
  });
  const values = form.watch();
  const isDirty = !isSameForm(values, before);
  const begin = (from: AdminQueue | null) => {
    onDraftChange(undefined);
    setBase(from);
    setMeanwhile(nothing);
    setUndecided(false);
    form.reset(from ? formValuesOf(from) : emptyQueueForm);
  };
  const saving = useSaving({ form, base, begin, onSaved: options.onSaved });

  useEffect(() => {
    if (!queue || !base || saving.isSaving || !isNews(base, queue)) return;
    const { values: merged, taken, collisions } = rebaseForm(base, form.getValues(), queue);
    const wasDirty = !isSameForm(form.getValues(), formValuesOf(base));
    form.reset(merged);
    setBase(queue);
    if (wasDirty)
      setMeanwhile((known) => together(known, { by: queue.changedBy, taken, collisions }));
  }, [queue, base, form, saving.isSaving]);

  const typed = isDirty ? JSON.stringify(values) : null;
  useEffect(() => {
    const kept = typed === null ? undefined : structuredClone(form.getValues());
    onDraftChange(kept && { base, values: kept, meanwhile });
  }, [typed, base, meanwhile]);

  return {
    ...{ form, base, isDirty },
    meanwhile: { ...meanwhile, isUndecided: isUndecided && meanwhile.collisions.length > 0 },
    ...{ isSaving: saving.isSaving, problem: saving.problem, save: saving.save },
    consequences: (agents) =>
      base && isDirty ? whatSavingDoes(base, values, agents) : { said: [], isGrave: false },
    mustDecide() {
      setUndecided(meanwhile.collisions.length > 0);
      return meanwhile.collisions.length > 0;
    },
    discard() {
      saving.forgetProblem();
      begin(queue ?? base);
    },
    decide(name, whose) {
      if (whose === 'theirs') setPart(form, name, before);
      setMeanwhile((known) => ({
        ...known,
        collisions: known.collisions.filter((one) => one !== name),
      }));
    },
    forgetMeanwhile: () => setMeanwhile(nothing),
  };
}

/** Sends what was typed; what is refused is told at its field. */
function useSaving({
  form,
  base,
  begin,
  onSaved,
}: Pick<QueueEditing, 'form' | 'base'> &
  Pick<QueueFormOptions, 'onSaved'> & { begin(from: AdminQueue | null): void }) {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const known = useKnownQueue();
  const lookAgain = useLookAgain();
  const refused = async (error: unknown) => {
    setProblem(messageOf(error));
    if (!(error instanceof RequestError)) return;
    const latest = error.code === 'conflict' ? await lookAgain() : undefined;
    const now = latest?.find(({ id }) => id === base?.id);
    // Names of parts that somebody has changed are no faults of what was typed.
    if (now && now.version !== base?.version) return;
    for (const [field, message] of Object.entries(error.fields)) {
      form.setError(formField(field), { type: 'server', message });
    }
  };
  const save = async (wanted: NewQueue) => {
    setSaving(true);
    setProblem(null);
    try {
      const saved = base
        ? await changeQueue(base.id, changeOf(base, wanted))
        : await addQueue(wanted);
      begin(saved);
      known(saved);
      onSaved(saved);
    } catch (error) {
      await refused(error);
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, problem, save, forgetProblem: () => setProblem(null) };
}

/** An answer may be older than what we have. */
function isNews(base: AdminQueue, queue: AdminQueue): boolean {
  if (queue.version !== base.version) return queue.version > base.version;
  return !isSame(queue.memberIds, base.memberIds);
}

function together(known: Meanwhile, { by, taken, collisions }: Meanwhile): Meanwhile {
  if (taken.length + collisions.length === 0) return known;
  const union = (one: QueueFieldName[], other: QueueFieldName[]) => [
    ...new Set([...one, ...other]),
  ];
  return {
    by,
    taken: union(known.taken, taken),
    collisions: union(known.collisions, collisions),
  };
}

/** One part at a time, so that each has its own type. */
function setPart(form: QueueEditing['form'], name: QueueFieldName, from: QueueFormValues): void {
  form.setValue(name, from[name], { shouldValidate: true });
}

/** Where in the form a field of the API stands: terms are one text there. */
function formField(field: string): FieldPath<QueueFormValues> {
  const [first = ''] = field.split('.');
  return (first === 'terms' ? first : field) as FieldPath<QueueFormValues>;
}
