import { type CallId, callIdSchema, monitorIdSchema } from '@agent/protocol';
import * as z from 'zod';
import type { Queryable } from '../database/connect.ts';

/** A supervisor with a way into a call's room now. */
export interface CallListener {
  callId: CallId;
  /** Names the participant: see `supervisorIdentity`. */
  monitorId: string;
  /** Whether both sides can hear it; else it listens, and nobody knows. */
  hasJoined: boolean;
}

const rowSchema = z.object({
  callId: callIdSchema,
  monitorId: monitorIdSchema,
  hasJoined: z.boolean(),
});

/**
 * Who may listen to these calls now or has joined them, be it in the room already or not, oldest first.
 * Channel `monitor` tells when that changes.
 */
export async function readCallListeners(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<CallListener[]> {
  if (callIds.length === 0) return [];
  const rows = await db`
    select call_id, id as monitor_id, mode = 'join' as has_joined from call_monitors
    where call_id = any(${[...callIds]}::uuid[]) and ended_at is null order by asked_at, id`;
  return rows.map((row) => rowSchema.parse(row));
}
