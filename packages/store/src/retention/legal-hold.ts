import type { CallId, UserId } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';

/** What is said of a call, by whom, and why. */
export interface LegalHold {
  /** Whether nothing of it may be deleted. */
  held: boolean;
  reason: string;
  by: { userId: UserId; displayName: string };
}

/**
 * Keeps a call that is over from being deleted by anybody or any rule, or lets it go. `same`: it is so
 * already; `not-found`: there is no such call, or nothing of it any more.
 */
export async function setLegalHold(
  db: Queryable,
  callId: CallId,
  { held, reason, by }: LegalHold,
): Promise<'changed' | 'same' | 'not-found'> {
  return inTransaction(db, async (tx) => {
    const [call] = await tx<{ legalHold: boolean }[]>`
      select legal_hold from calls
      where id = ${callId} and ended_at is not null and erased_at is null for update`;
    if (!call) return 'not-found';
    if (call.legalHold === held) return 'same';
    await tx`update calls set legal_hold = ${held} where id = ${callId}`;
    await tx`
      insert into legal_holds (call_id, held, reason, by_id, by_name)
      values (${callId}, ${held}, ${reason}, ${by.userId}, ${by.displayName})`;
    return 'changed';
  });
}
