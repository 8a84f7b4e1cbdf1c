import { factWritingTypes } from '@agent/calls';
import type { AppendedEvent, NewCallEvent } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { writeFacts } from '../facts/write-facts.ts';
import { appendCallEvent } from './call-events.ts';
import { type CallRow, callRowSchema } from './call-row.ts';
import { newEventId } from './event-ids.ts';

/** A call that has just changed its state, and the event that says so. */
export interface Transition {
  call: CallRow;
  appended: AppendedEvent;
}

/** An event without its id; {@link recordTransition} makes one. */
export type TransitionEvent = NewCallEvent extends infer E
  ? E extends NewCallEvent
    ? Omit<E, 'eventId'>
    : never
  : never;

/**
 * Records the event of a changed row. No row means that the call was not in the right state, which
 * is an expected outcome: nothing is appended.
 */
export async function recordTransition(
  tx: Transaction,
  changedRow: unknown,
  describe: (call: CallRow) => TransitionEvent,
): Promise<Transition | undefined> {
  return changedRow === undefined ? undefined : appendTransition(tx, changedRow, describe);
}

/** Appends the event that says what has just been done to the row, and writes the facts that it changes. */
export async function appendTransition(
  tx: Transaction,
  row: unknown,
  describe: (call: CallRow) => TransitionEvent,
): Promise<Transition> {
  const call = callRowSchema.parse(row);
  const event = { ...describe(call), eventId: newEventId() } as NewCallEvent;
  const appended = await appendCallEvent(tx, call.id, event);
  if (factWritingTypes.has(event.type)) await writeFacts(tx, call.id);
  const lastPublicSeq = appended.publicSeq ?? call.lastPublicSeq;
  return { call: { ...call, lastSeq: appended.event.seq, lastPublicSeq }, appended };
}
