import { randomUUID } from 'node:crypto';
import * as store from '@agent/store';
import { aCallId, aQueueId, aUserId } from '@agent/testing/ids';

/** Stores a call of Ann's that waits in the queue. */
export async function queuedCall(
  db: store.Database,
  fields: Partial<store.NewCall> = {},
): Promise<store.CallRow> {
  const { call } = await store.createCall(db, {
    id: aCallId(),
    queueId: aQueueId(),
    customerName: 'Ann',
    contactKind: 'email',
    contact: 'ann@example.org',
    transcribed: true,
    recorded: false,
    noticeVersion: '1',
    customerIdentity: randomUUID(),
    ...fields,
  });
  return call;
}

/** Stores a call of Ann's that a new agent, Alex, has accepted. */
export async function acceptedCall(
  db: store.Database,
  fields: Partial<store.NewCall> = {},
): Promise<store.CallRow> {
  const { id } = await queuedCall(db, fields);
  const user = { id: aUserId(), username: `agent-${id}`, displayName: 'Alex' } as const;
  const agent = await store.upsertUser(db, { ...user, role: 'agent', passwordHash: 'x' });
  await store.setAgentStatus(db, agent.id, 'available');
  await store.offerNextCalls(db, { offerMs: 20_000, newIdentity: randomUUID });
  const accepted = await store.acceptOffer(db, id, agent.id);
  if (!accepted) throw new Error('The call was offered to somebody else.');
  return accepted.call;
}
