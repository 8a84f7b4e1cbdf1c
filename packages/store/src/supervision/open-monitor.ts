import type { CallId, UserId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { notifyMonitor } from '../database/notifications.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { type CallRow, callRowSchema } from '../log/call-row.ts';
import { stableEventId } from '../log/event-ids.ts';
import type { Transition } from '../log/transition.ts';
import { type EndedMonitor, endMonitor } from './end-monitor.ts';
import { looksAfter } from './looks-after.ts';
import { type MonitorRow, monitorRowSchema } from './monitor-row.ts';

/** A supervisor who wants into the room of a call. */
export interface NewMonitor {
  /** A fresh UUID; the participant is named after it. */
  id: string;
  callId: CallId;
  mode: MonitorRow['mode'];
  by: { userId: UserId; displayName: string; sessionVersion: number };
}

/** What came of it. Nothing is stored but with `opened`. */
export type OpenMonitorOutcome =
  | {
      outcome: 'opened';
      monitor: MonitorRow;
      call: CallRow;
      /** What the log says of it; undefined where nobody is told. */
      told: Transition | undefined;
      /** The same person had joined before; that is over. */
      before: EndedMonitor | undefined;
    }
  /** The session is over, or was one of another role. */
  | { outcome: 'not-allowed' }
  | { outcome: 'not-found' }
  /** It is over, or nobody has answered it (`join`: nobody has it now). */
  | { outcome: 'not-going-on'; call: CallRow }
  | { outcome: 'taken'; name: string };

/**
 * Opens a row by which a supervisor may be in the room of a call. The call cannot end, nor the session of
 * the supervisor, between the look and the row. What is told stands in the log before anybody can hear
 * or be heard; of all other listening only the channel `monitor` hears.
 */
export async function openMonitor(
  tx: Transaction,
  { id, callId, mode, by }: NewMonitor,
): Promise<OpenMonitorOutcome> {
  const [user] = await tx`
    select 1 from users where id = ${by.userId} and session_version = ${by.sessionVersion}
      and not disabled and role in ('supervisor', 'admin') for share`;
  if (!user) return { outcome: 'not-allowed' };
  const [found] = await tx`
    select * from calls where id = ${callId} and erased_at is null for update`;
  if (!found || !(await looksAfter(tx, by.userId, callId))) return { outcome: 'not-found' };
  const call = callRowSchema.parse(found);
  if (!isGoingOn(call, mode)) return { outcome: 'not-going-on', call };
  const joined = mode === 'join' ? await joinedMonitor(tx, callId) : undefined;
  if (joined && joined.supervisorId !== by.userId) {
    return { outcome: 'taken', name: joined.supervisorName };
  }
  const before = joined && (await endMonitor(tx, joined, 'left'));
  const monitor = await insert(tx, { id, callId, mode, by });
  const told = monitor.agentTold ? await tellStart(tx, call, monitor) : undefined;
  await notifyMonitor(tx, callId);
  return { outcome: 'opened', monitor, call: told?.call ?? call, told, before };
}

function isGoingOn({ answeredAt, endedAt, status }: CallRow, mode: MonitorRow['mode']): boolean {
  return mode === 'join' ? status === 'active' : answeredAt !== null && endedAt === null;
}

async function joinedMonitor(tx: Transaction, callId: CallId): Promise<MonitorRow | undefined> {
  const [row] = await tx`
    select * from call_monitors where call_id = ${callId} and mode = 'join' and ended_at is null`;
  return row && monitorRowSchema.parse(row);
}

async function insert(tx: Transaction, { id, callId, mode, by }: NewMonitor): Promise<MonitorRow> {
  const [row] = await tx`
    insert into call_monitors (id, call_id, supervisor_id, supervisor_name, mode, agent_told)
    select ${id}, c.id, ${by.userId}, ${by.displayName}, ${mode},
      ${mode} = 'join' or q.listening_told
    from calls c join queues q on q.id = c.queue_id where c.id = ${callId}
    returning *`;
  return monitorRowSchema.parse(row);
}

async function tellStart(
  tx: Transaction,
  call: CallRow,
  { id, mode, supervisorName: name }: MonitorRow,
): Promise<Transition> {
  const eventId = stableEventId('monitor-started', id);
  const appended = await (mode === 'join'
    ? appendCallEvent(tx, call.id, {
        ...{ eventId, actor: 'supervisor', type: 'supervisor.joined', data: { joinId: id, name } },
      })
    : appendCallEvent(tx, call.id, {
        ...{ eventId, actor: 'supervisor', type: 'supervisor.listening' },
        data: { monitorId: id, name },
      }));
  return { call, appended };
}
