import { type AdminQueue, type QueueFieldName, queueFieldNames } from '@agent/protocol';
import { formValuesOf, isSame, type QueueFormValues } from './queue-form.ts';

/** A form laid upon what somebody else has made of its queue meanwhile. */
export interface RebasedForm {
  /** What was typed, and theirs in all that was not touched. */
  values: QueueFormValues;
  /** Parts that they have changed and nobody touched here. */
  taken: QueueFieldName[];
  /** Parts that were changed here as well, to something else. */
  collisions: QueueFieldName[];
}

/**
 * Lays what was typed upon a newer version of the queue that the form began with. Nothing typed is lost; agents are put
 * in and taken out one by one, so theirs and ours both stand.
 */
export function rebaseForm(
  before: AdminQueue,
  mine: QueueFormValues,
  now: AdminQueue,
): RebasedForm {
  const [old, theirs] = [formValuesOf(before), formValuesOf(now)];
  const changed = queueFieldNames.filter((name) => !isSame(old[name], theirs[name]));
  const touched = queueFieldNames.filter((name) => !isSame(old[name], mine[name]));
  const kept = Object.fromEntries(touched.map((name) => [name, mine[name]]));
  const added = mine.memberIds.filter((id) => !old.memberIds.includes(id));
  const removed = old.memberIds.filter((id) => !mine.memberIds.includes(id));
  const memberIds = [...new Set([...theirs.memberIds, ...added])].filter(
    (id) => !removed.includes(id),
  );
  return {
    values: { ...theirs, ...kept, memberIds },
    taken: changed.filter((name) => !touched.includes(name)),
    collisions: changed.filter(
      (name) => touched.includes(name) && !isSame(mine[name], theirs[name]),
    ),
  };
}
