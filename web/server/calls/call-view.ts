import 'server-only';
import { type CallStatus, type CallView, firstName, type Side } from '@agent/protocol';
import { type CallRow, type Queryable, type WrapUpChoices, wrapUpChoices } from '@agent/store';
import type { Services } from '../services.ts';
import { isWaitingAgain } from './waiting-again.ts';

/** What one side may know of a call. */
export async function callView(
  { db }: Pick<Services, 'db'>,
  call: CallRow,
  side: Side,
): Promise<CallView> {
  return {
    callId: call.id,
    queue: { id: call.queueId, name: call.queueName },
    status: statusFor(call, side),
    viewer: side,
    customerName: call.customerName,
    contact: side === 'agent' ? call.contact : null,
    agentName: agentNameFor(call, side),
    transcribed: call.transcribed,
    recorded: call.recorded,
    queuedAt: call.queuedAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    waitsAgainSince: isWaitingAgain(call) ? (call.requeuedAt?.toISOString() ?? null) : null,
    endedAt: call.endedAt?.toISOString() ?? null,
    rated: call.ratedAt !== null,
    wrapUp: side === 'agent' ? await wrapUpOf(db, call) : null,
  };
}

/** Once the call is closed, the lines are among the notes and there is nothing to choose any more. */
async function wrapUpOf(db: Queryable, call: CallRow): Promise<CallView['wrapUp']> {
  const { status, queueId, disposition, notes, wrapUpDraft } = call;
  const lines = status === 'wrap-up' ? (wrapUpDraft ?? []) : [];
  const isOpen = status === 'active' || status === 'wrap-up';
  const choices = isOpen ? await wrapUpChoices(db, queueId) : nothingToChoose;
  return { disposition, notes, lines, ...choices };
}

const nothingToChoose: WrapUpChoices = { outcomes: [], outcomeRequired: false };

/** The status as a side may know it: that a call is on offer is not for the customer. */
export function statusFor(call: CallRow, side: Side): CallStatus {
  return side === 'customer' && call.status === 'offered' ? 'queued' : call.status;
}

/** The agent's name as a side may know it: customers are told the first name alone. */
function agentNameFor({ agentName }: CallRow, side: Side): string | null {
  return agentName !== null && side === 'customer' ? firstName(agentName) : agentName;
}

/** `seq` of the newest event a side may see, in the numbering of that side. */
export function lastSeqFor(call: CallRow, side: Side): number {
  return side === 'agent' ? call.lastSeq : call.lastPublicSeq;
}
