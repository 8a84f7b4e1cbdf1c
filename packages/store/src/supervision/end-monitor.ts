import type { Actor, CallId, UserId } from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { notifyMonitor } from '../database/notifications.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { type CallRow, callRowSchema } from '../log/call-row.ts';
import { stableEventId } from '../log/event-ids.ts';
import type { Transition } from '../log/transition.ts';
import { type MonitorEnding, type MonitorRow, monitorRowSchema } from './monitor-row.ts';

/** The end of a supervisor's time in a room. */
export interface EndedMonitor {
  monitor: MonitorRow;
  /** What the log says of it; undefined where nobody was told of it, or the call is over. */
  told: Transition | undefined;
}

/** A row, and whose it has to be where that matters. */
export interface MonitorToEnd {
  id: string;
  callId: CallId;
  supervisorId?: UserId;
}

/** Ends a row that is open; undefined when there is none. */
export async function endMonitor(
  db: Queryable,
  { id, callId, supervisorId }: MonitorToEnd,
  endedBy: MonitorEnding,
): Promise<EndedMonitor | undefined> {
  return inTransaction(db, async (tx) => {
    const call = await lockCall(tx, callId);
    const [row] = await tx`
      update call_monitors set ended_at = clock_timestamp(), ended_by = ${endedBy}
      where id = ${id} and call_id = ${callId} and ended_at is null
        and (${supervisorId ?? null}::uuid is null or supervisor_id = ${supervisorId ?? null})
      returning *`;
    if (!row || !call) return undefined;
    await notifyMonitor(tx, callId);
    const monitor = monitorRowSchema.parse(row);
    return { monitor, told: await tellEnd(tx, call, monitor) };
  });
}

/**
 * Tells the log of each call that goes on who was announced in it and is gone, where a trigger ended the
 * row: with the call at hand, or with the session.
 */
export async function tellEndedMonitors(db: Queryable): Promise<Transition[]> {
  const rows = await db`
    select m.* from call_monitors m join calls c on c.id = m.call_id
    where m.ended_at is not null and m.agent_told and not m.end_told and c.ended_at is null
    order by m.ended_at limit 100`;
  const told: Transition[] = [];
  for (const monitor of rows.map((row) => monitorRowSchema.parse(row))) {
    const transition = await inTransaction(db, async (tx) => {
      const call = await lockCall(tx, monitor.callId);
      return call && tellEnd(tx, call, monitor);
    });
    if (transition) told.push(transition);
  }
  return told;
}

async function lockCall(tx: Transaction, callId: CallId): Promise<CallRow | undefined> {
  const [row] = await tx`select * from calls where id = ${callId} for update`;
  return row && callRowSchema.parse(row);
}

/** Once for each row, whoever asks. With the call everything is over: that needs no telling. */
async function tellEnd(
  tx: Transaction,
  call: CallRow,
  { id, agentTold, endedBy, mode }: MonitorRow,
): Promise<Transition | undefined> {
  if (!agentTold || call.endedAt !== null) return undefined;
  const [row] = await tx`
    update call_monitors set end_told = true where id = ${id} and not end_told returning 1`;
  if (!row) return undefined;
  const eventId = stableEventId('monitor-ended', id);
  const actor: Actor = endedBy === 'left' ? 'supervisor' : 'system';
  const appended = await (mode === 'join'
    ? appendCallEvent(tx, call.id, {
        ...{ eventId, actor, type: 'supervisor.left', data: { joinId: id } },
      })
    : appendCallEvent(tx, call.id, {
        ...{ eventId, actor, type: 'supervisor.stopped-listening', data: { monitorId: id } },
      }));
  return { call, appended };
}
