import {
  type AdminQueue,
  type NewQueue,
  newQueueSchema,
  type QueueChange,
  type QueueFieldName,
  queueFieldNames,
  type UserId,
} from '@agent/protocol';
import { z } from 'zod';
import { termsIn, termsText, termsTextSchema } from './terms-text.ts';

/** What is typed and chosen, checked as the server does; terms are a text with one on each line. */
export const queueFormSchema = newQueueSchema.extend({
  terms: termsTextSchema,
  memberIds: z.array(z.custom<UserId>()),
});
/** A queue as its form has it. */
export type QueueFormValues = z.input<typeof queueFormSchema>;

/** What somebody else has changed of a queue since its form began. */
export interface Meanwhile {
  /** Who was the last. */
  by: string | null;
  /** Parts that nobody has touched here: theirs stand. */
  taken: QueueFieldName[];
  /** Parts that were changed here as well, and nobody has decided whose stand. */
  collisions: QueueFieldName[];
}

/** What was typed and not saved, with the queue that it was typed upon; null: one that is to be. */
export interface QueueDraft {
  base: AdminQueue | null;
  values: QueueFormValues;
  meanwhile: Meanwhile;
}

/** A queue as an empty form begins. */
export const emptyQueueForm: QueueFormValues = {
  ...{ name: '', language: 'en', terms: '', target: { percent: 80, seconds: 20 } },
  ...{ recorded: true, recordingNotice: '', listeningTold: false, cardIds: null },
  outcomes: [
    { id: null, label: 'Resolved', resolves: true },
    { id: null, label: 'Follow-up needed', resolves: false },
    { id: null, label: 'Escalated', resolves: false },
    { id: null, label: 'Other', resolves: false },
  ],
  ...{ outcomeRequired: true, memberIds: [] },
};

/** A queue as its form shows it before anything is typed. */
export function formValuesOf(queue: AdminQueue): QueueFormValues {
  const { name, language, target, recorded, recordingNotice, listeningTold } = queue;
  const { cardIds, outcomes, outcomeRequired, memberIds } = queue;
  return {
    ...{ name, language, terms: termsText(queue.terms), target, recorded, recordingNotice },
    ...{ listeningTold, cardIds, outcomes, outcomeRequired, memberIds },
  };
}

/** What has to be sent to make of a queue what its form says. */
export function changeOf(from: AdminQueue, wanted: NewQueue): QueueChange {
  const changed = queueFieldNames.filter((name) => !isSame(from[name], wanted[name]));
  const addMembers = wanted.memberIds.filter((id) => !from.memberIds.includes(id));
  const removeMembers = from.memberIds.filter((id) => !wanted.memberIds.includes(id));
  return {
    version: from.version,
    ...Object.fromEntries(changed.map((name) => [name, wanted[name]])),
    ...(addMembers.length > 0 && { addMembers }),
    ...(removeMembers.length > 0 && { removeMembers }),
  };
}

/** Whether two parts of a queue are the same. Order counts, but not that of the parts of an object. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

/** Whether two forms say the same; the order of agents and cards says nothing. */
export function isSameForm(one: QueueFormValues, other: QueueFormValues): boolean {
  return isSame(comparable(one), comparable(other));
}

function comparable({ cardIds, memberIds, terms, ...values }: QueueFormValues) {
  return {
    ...values,
    terms: termsIn(terms).map(({ term }) => term),
    cardIds: cardIds?.toSorted() ?? null,
    memberIds: memberIds.toSorted(),
  };
}

function sorted(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).toSorted(byKey)) : value;
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
