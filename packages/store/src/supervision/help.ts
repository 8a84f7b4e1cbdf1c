import type { AppendedEvent, CallId, UserId } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { newEventId } from '../log/event-ids.ts';
import { lockOpenHelp } from './help-row.ts';

/** Who sees to a request for help, by the name that its agent is told. */
export interface Helper {
  userId: UserId;
  displayName: string;
}

/** What came of the wish to see to a request for help. `over`: nobody needs it any more, or it never was. */
export type HelpTaken =
  | { outcome: 'taken'; appended: AppendedEvent }
  | { outcome: 'taken-before' }
  | { outcome: 'taken-by-other'; name: string }
  | { outcome: 'over' };

/** A supervisor sees to a request; of two at once the first one does. */
export async function takeHelp(
  db: Queryable,
  callId: CallId,
  helpId: string,
  { userId, displayName }: Helper,
): Promise<HelpTaken> {
  return inTransaction(db, async (tx) => {
    const open = await lockOpenHelp(tx, callId);
    if (open?.id !== helpId) return { outcome: 'over' };
    if (open.takenBy === userId) return { outcome: 'taken-before' };
    if (open.takenBy) return { outcome: 'taken-by-other', name: open.takenByName ?? '' };
    await tx`
      update help_requests
      set taken_by = ${userId}, taken_by_name = ${displayName}, taken_at = clock_timestamp()
      where id = ${helpId}`;
    const appended = await appendCallEvent(tx, callId, {
      ...{ eventId: newEventId(), actor: 'supervisor' },
      ...{ type: 'help.taken', data: { helpId, by: displayName } },
    });
    return { outcome: 'taken', appended };
  });
}

/**
 * Whoever saw to a request does not any more; undefined when nobody did, or the request is over. It is
 * as old as it was when it was made.
 */
export async function releaseHelp(
  db: Queryable,
  callId: CallId,
  helpId: string,
): Promise<AppendedEvent | undefined> {
  return inTransaction(db, async (tx) => {
    const open = await lockOpenHelp(tx, callId);
    if (open?.id !== helpId || !open.takenBy) return undefined;
    await tx`
      update help_requests set taken_by = null, taken_by_name = null, taken_at = null
      where id = ${helpId}`;
    return appendCallEvent(tx, callId, {
      ...{ eventId: newEventId(), actor: 'supervisor' },
      ...{ type: 'help.released', data: { helpId } },
    });
  });
}

/** A supervisor has seen to a request; undefined when it is over already. */
export async function endHelp(
  db: Queryable,
  callId: CallId,
  helpId: string,
): Promise<AppendedEvent | undefined> {
  return inTransaction(db, async (tx) => {
    const open = await lockOpenHelp(tx, callId);
    if (open?.id !== helpId) return undefined;
    await tx`
      update help_requests set ended_at = clock_timestamp(), ended_how = 'done'
      where id = ${helpId}`;
    return appendCallEvent(tx, callId, {
      ...{ eventId: newEventId(), actor: 'supervisor' },
      ...{ type: 'help.ended', data: { helpId, how: 'done' } },
    });
  });
}
