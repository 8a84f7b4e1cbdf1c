import {
  type CallId,
  type SuggestionDensity,
  suggestionDensitySchema,
  type UserId,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import { appendTransition, recordTransition, type Transition } from '../log/transition.ts';

/**
 * Keeps how many suggestions an agent wants to see. With a call at hand its log says so too, and the
 * event is returned; undefined without a call, and when nothing changes.
 */
export async function setSuggestionDensity(
  db: Queryable,
  agentId: UserId,
  density: SuggestionDensity,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const changed = await tx`
      update users set suggestion_density = ${density}
      where id = ${agentId} and suggestion_density <> ${density} returning 1`;
    if (changed.length === 0) return undefined;
    await notifyDesk(tx, agentId);
    const [row] = await tx`
      select * from calls where agent_id = ${agentId} and status = 'active' for update`;
    return recordTransition(tx, row, () => densityChanged(density));
  });
}

/**
 * The density an agent has chosen; nobody can change it until the transaction ends. Undefined when
 * the agent is unknown, disabled or no agent any more. To be called before the call is locked.
 */
export async function lockSuggestionDensity(
  tx: Transaction,
  agentId: UserId,
): Promise<SuggestionDensity | undefined> {
  const [row] = await tx`
    select suggestion_density from users
    where id = ${agentId} and not disabled and role = 'agent' for share`;
  return (
    row && z.object({ suggestionDensity: suggestionDensitySchema }).parse(row).suggestionDensity
  );
}

/** Says in the log of a call just accepted how many suggestions its agent wants, unless it is all. */
export async function appendInitialDensity(
  tx: Transaction,
  callId: CallId,
  density: SuggestionDensity,
): Promise<Transition | undefined> {
  if (density === 'all') return undefined;
  const [row] = await tx`select * from calls where id = ${callId}`;
  return appendTransition(tx, row, () => densityChanged(density));
}

function densityChanged(density: SuggestionDensity) {
  return { type: 'suggestion.density-changed', actor: 'agent', data: { density } } as const;
}
