import { composeNotes, countFates } from '@agent/calls';
import type {
  CallEventData,
  CallId,
  WrapUpDraft,
  WrapUpLine,
  WrapUpRequest,
} from '@agent/protocol';
import { freeAgent, moveAgent } from '../agents/agent-state.ts';
import {
  type Fragment,
  inTransaction,
  type Queryable,
  type Transaction,
} from '../database/connect.ts';
import { type CallRow, callRowSchema } from '../log/call-row.ts';
import { recordTransition, type Transition } from '../log/transition.ts';
import { msBetween } from './call-endings.ts';
import { touchAgentOnCall } from './calls.ts';

/** Saves what the agent has typed so far; false when the call is not in wrap-up. */
export async function saveWrapUpDraft(
  db: Queryable,
  callId: CallId,
  { disposition, notes, lines = [] }: WrapUpDraft,
): Promise<boolean> {
  await touchAgentOnCall(db, callId);
  const rows = await db`
    update calls set disposition = ${disposition}, notes = ${notes},
      wrap_up_draft = ${JSON.stringify(lines)}::jsonb
    where id = ${callId} and status = 'wrap-up' returning id`;
  return rows.length > 0;
}

/**
 * Closes the call; its agent is available again, or does what it chose to do next. The notes are stored together with the lines of the
 * draft that were left standing, and what became of each line is counted in the event.
 */
export async function finishWrapUp(
  db: Queryable,
  callId: CallId,
  { disposition, notes: typed, lines = [] }: WrapUpRequest,
): Promise<Transition | undefined> {
  const notes = composeNotes({ notes: typed, lines });
  return inTransaction(db, async (tx) => {
    await touchAgentOnCall(tx, callId);
    const [row] = await tx`
      update calls set status = 'closed', closed_by = 'agent', wrapped_up_at = now(),
        disposition = ${disposition}, notes = ${notes},
        wrap_up_draft = ${JSON.stringify(lines)}::jsonb
      where id = ${callId} and status = 'wrap-up' returning *`;
    const transition = await recordTransition(tx, row, (call) => {
      const wrapUpMs = workedMs(call, call.wrappedUpAt);
      const data = { disposition, notes, wrapUpMs, ...counted(lines) };
      return { type: 'call.wrapped-up', actor: 'agent', data };
    });
    const agentId = transition?.call.agentId;
    if (agentId) await freeAgent(tx, agentId);
    return transition;
  });
}

/**
 * Closes a call whose agent has not been seen for so long, as {@link closeWithoutAgent} does; the agent is
 * off duty.
 */
export async function closeInAbsence(
  db: Queryable,
  callId: CallId,
  { silentMs }: { silentMs: number },
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const isDue = tx`agent_seen_at < now() - ${silentMs}::double precision * interval '1 ms'`;
    const closed = await closeWithoutAgent(tx, callId, isDue);
    const { agentId, agentSeenAt: seenAt } = closed?.call ?? {};
    if (agentId) await moveAgent(tx, agentId, 'offline', { seenAt: seenAt ?? null });
    return closed;
  });
}

/**
 * Closes a call in wrap-up for an agent who does not finish it any more: as `other`, with the notes and
 * the lines of the draft as they were saved last. A draft that the agent never touched was never saved:
 * nobody has read it, so it is nobody's note. The time counts to the last sign of life. Where the agent
 * goes is up to the caller. Undefined when the call is not in wrap-up, or `isDue` does not hold of it.
 */
export async function closeWithoutAgent(
  tx: Transaction,
  callId: CallId,
  isDue: Fragment = tx`true`,
): Promise<Transition | undefined> {
  const saved = await savedDraft(tx, callId);
  if (!saved) return undefined;
  const notes = composeNotes(saved);
  const [row] = await tx`
    update calls set status = 'closed', closed_by = 'system', wrapped_up_at = now(),
      disposition = 'other', notes = ${notes}
    where id = ${callId} and status = 'wrap-up' and ${isDue} returning *`;
  return recordTransition(tx, row, (call) => {
    const data = {
      disposition: 'other',
      notes,
      wrapUpMs: workedMs(call, call.agentSeenAt),
      ...counted(saved.lines),
    } as const;
    return { type: 'call.wrapped-up', actor: 'system', data };
  });
}

/** What the agent has saved; locks the call, so that nothing more is saved until it is closed. */
async function savedDraft(
  tx: Queryable,
  callId: CallId,
): Promise<{ notes: string; lines: readonly WrapUpLine[] } | undefined> {
  const [row] = await tx`select * from calls where id = ${callId} for update`;
  if (!row) return undefined;
  const { notes, wrapUpDraft } = callRowSchema.parse(row);
  return { notes, lines: wrapUpDraft ?? [] };
}

/** What became of the lines of a draft, for the event; nothing where none was shown. */
function counted(lines: readonly WrapUpLine[]): Pick<CallEventData<'call.wrapped-up'>, 'draft'> {
  const draft = countFates(lines);
  return draft ? { draft } : {};
}

/** Time of wrap-up until then, without what the agent was away. */
function workedMs({ wrapUpStartedAt, wrapUpAwayMs }: CallRow, until: Date | null): number {
  return Math.max(0, msBetween(wrapUpStartedAt, until) - wrapUpAwayMs);
}
