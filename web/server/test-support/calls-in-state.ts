import { randomUUID } from 'node:crypto';
import {
  acceptOffer,
  type CallRow,
  createCall,
  endCall,
  finishWrapUp,
  offerNextCalls,
  setAgentStatus,
  type Transition,
} from '@agent/store';
import { aCallId, aQueueId } from '@agent/testing/ids';
import type { Harness } from './harness.ts';

/** How far a call of a test has come. */
export type CallStage = 'queued' | 'offered' | 'active' | 'wrap-up' | 'closed';

const order: readonly CallStage[] = ['queued', 'offered', 'active', 'wrap-up', 'closed'];

/** What a call of a test differs in. */
export interface CallOptions {
  /** Default true. */
  recorded?: boolean;
  /** Default: the one that there is from the beginning. */
  queue?: string;
}

/** Makes a call and brings it to a state, with `owner` as its agent. */
export async function callInState(
  harness: Harness,
  state: CallStage,
  options: CallOptions = {},
): Promise<CallRow> {
  const { services, people } = harness;
  const { db, newId } = services;
  let { call } = await addCall(harness, options);
  const isAtLeast = (wanted: CallStage) => order.indexOf(state) >= order.indexOf(wanted);
  if (isAtLeast('offered')) {
    await setAgentStatus(db, people.owner.id, 'available');
    const [offered] = await offerNextCalls(db, { offerMs: 20_000, newIdentity: newId });
    ({ call } = taken(offered));
  }
  if (isAtLeast('active')) ({ call } = taken(await acceptOffer(db, call.id, people.owner.id)));
  if (isAtLeast('wrap-up')) ({ call } = taken(await endCall(db, call.id, 'agent-hung-up')));
  if (isAtLeast('closed')) {
    const wrapUp = { disposition: 'resolved', notes: '' } as const;
    ({ call } = taken(await finishWrapUp(db, call.id, wrapUp)));
  }
  return call;
}

/** Puts one more customer into the queue. */
export function addCall(
  { services }: Harness,
  { recorded = true, queue }: CallOptions = {},
): Promise<Transition> {
  return createCall(services.db, {
    id: aCallId(),
    queueId: aQueueId(queue),
    customerName: 'Ada',
    contactKind: 'email',
    contact: 'ada@example.com',
    transcribed: true,
    recorded,
    noticeVersion: '1',
    customerIdentity: randomUUID(),
  });
}

function taken(transition: Transition | undefined): Transition {
  if (!transition) throw new Error('The call could not be brought to its state.');
  return transition;
}
