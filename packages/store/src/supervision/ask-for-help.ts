import type { AppendedEvent, CallId, NewCallEvent, UserId } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { StoreError } from '../database/store-error.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { newEventId, stableEventId } from '../log/event-ids.ts';
import { findOpenHelp, lockOpenHelp } from './help-row.ts';

/** A request for help, under an id of its agent's. */
export interface HelpToAsk {
  helpId: string;
  agentId: UserId;
  /** Empty: none was given. */
  reason: string;
}

/** What came of asking. `open-before`: the agent has asked for help with this call, and still needs it. */
export type HelpAsked =
  | { outcome: 'asked'; appended: AppendedEvent }
  | { outcome: 'open-before' }
  | { outcome: 'not-active' };

/** The agent of an active call asks for help. The same request again gives the same answer. */
export async function askForHelp(
  db: Queryable,
  callId: CallId,
  { helpId, agentId, reason }: HelpToAsk,
): Promise<HelpAsked> {
  return inTransaction(db, async (tx) => {
    const [active] = await tx`
      select 1 from calls
      where id = ${callId} and status = 'active' and agent_id = ${agentId} for update`;
    const event: NewCallEvent = {
      ...{ eventId: stableEventId('help', callId, helpId), actor: 'agent' },
      ...{ type: 'help.requested', data: { helpId, reason } },
    };
    const [known] = await tx`select call_id from help_requests where id = ${helpId}`;
    if (known && known.callId !== callId) throw StoreError.eventIdTaken(callId, event.eventId);
    if (!known) {
      if (!active) return { outcome: 'not-active' };
      if (await findOpenHelp(tx, callId)) return { outcome: 'open-before' };
      await tx`
        insert into help_requests (id, call_id, agent_id)
        values (${helpId}, ${callId}, ${agentId})`;
    }
    return { outcome: 'asked', appended: await appendCallEvent(tx, callId, event) };
  });
}

/** The agent needs no help any more; undefined when it asked for none. What somebody saw to is done. */
export async function withdrawHelp(
  db: Queryable,
  callId: CallId,
): Promise<AppendedEvent | undefined> {
  return inTransaction(db, async (tx) => {
    const open = await lockOpenHelp(tx, callId);
    if (!open) return undefined;
    const how = open.takenBy ? 'done' : 'withdrawn';
    await tx`
      update help_requests set ended_at = clock_timestamp(), ended_how = ${how}
      where id = ${open.id}`;
    return appendCallEvent(tx, callId, {
      ...{ eventId: newEventId(), actor: 'agent' },
      ...{ type: 'help.ended', data: { helpId: open.id, how } },
    });
  });
}
