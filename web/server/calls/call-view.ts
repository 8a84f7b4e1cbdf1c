import 'server-only';
import { type CallStatus, type CallView, firstName, type ReaderRole } from '@agent/protocol';
import { type CallRow, type Queryable, type WrapUpChoices, wrapUpChoices } from '@agent/store';
import type { Services } from '../services.ts';
import { isWaitingAgain } from './waiting-again.ts';

/** What a reader may know of a call. */
export async function callView(
  { db }: Pick<Services, 'db'>,
  call: CallRow,
  reader: ReaderRole,
): Promise<CallView> {
  return {
    callId: call.id,
    queue: { id: call.queueId, name: call.queueName },
    status: statusFor(call, reader),
    viewer: reader,
    customerName: call.customerName,
    contact: reader === 'customer' ? null : call.contact,
    agentName: agentNameFor(call, reader),
    transcribed: call.transcribed,
    recorded: call.recorded,
    queuedAt: call.queuedAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    waitsAgainSince: isWaitingAgain(call) ? (call.requeuedAt?.toISOString() ?? null) : null,
    endedAt: call.endedAt?.toISOString() ?? null,
    rated: call.ratedAt !== null,
    wrapUp: reader === 'agent' ? await wrapUpOf(db, call) : null,
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

/** The status as a reader may know it: that a call is on offer is not for the customer. */
export function statusFor(call: CallRow, reader: ReaderRole): CallStatus {
  return reader === 'customer' && call.status === 'offered' ? 'queued' : call.status;
}

/** The agent's name as a reader may know it: customers are told the first name alone. */
function agentNameFor({ agentName }: CallRow, reader: ReaderRole): string | null {
  return agentName !== null && reader === 'customer' ? firstName(agentName) : agentName;
}

/** `seq` of the newest event a reader may see, in the numbering of that reader. */
export function lastSeqFor(call: CallRow, reader: ReaderRole): number {
  return reader === 'customer' ? call.lastPublicSeq : call.lastSeq;
}
