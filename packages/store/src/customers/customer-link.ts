import type { CallId, CustomerId } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/** Whose record belongs to a call, and who says so. */
export type CustomerLink =
  | { by: 'match'; customerId: CustomerId }
  /** `customerId` null: it is nobody's. */
  | { by: 'agent'; customerId: CustomerId | null };

/**
 * Notes whose record belongs to a call that is not closed. Undefined when nothing changes: it is
 * linked so already, or an agent has decided and `match` comes after.
 */
export async function linkCustomer(
  db: Queryable,
  callId: CallId,
  { customerId, by }: CustomerLink,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set customer_id = ${customerId}, customer_linked_by = ${by}
      where id = ${callId} and status not in ('closed', 'abandoned')
        and (customer_id, customer_linked_by) is distinct from (${customerId}::text, ${by}::text)
        and (${by} = 'agent' or customer_linked_by is distinct from 'agent')
      returning *`;
    return recordTransition(tx, row, () => {
      const actor = by === 'agent' ? 'agent' : 'system';
      return { type: 'customer.linked', actor, data: { customerId, by } };
    });
  });
}
