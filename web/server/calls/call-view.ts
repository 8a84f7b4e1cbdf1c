import 'server-only';
import { type CallStatus, type CallView, firstName, type Speaker } from '@agent/protocol';
import type { CallRow } from '@agent/store';
import { isWaitingAgain } from './waiting-again.ts';

/** What one side may know of a call. */
export function callView(call: CallRow, side: Speaker): CallView {
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
    wrapUp: side === 'agent' ? savedWrapUp(call) : null,
  };
}

/** Once the call is closed, the lines are among the notes. */
function savedWrapUp({ status, disposition, notes, wrapUpDraft }: CallRow): CallView['wrapUp'] {
  return { disposition, notes, lines: status === 'wrap-up' ? (wrapUpDraft ?? []) : [] };
}

/** The status as a side may know it: that a call is on offer is not for the customer. */
export function statusFor(call: CallRow, side: Speaker): CallStatus {
  return side === 'customer' && call.status === 'offered' ? 'queued' : call.status;
}

/** The agent's name as a side may know it: customers are told the first name alone. */
function agentNameFor({ agentName }: CallRow, side: Speaker): string | null {
  return agentName !== null && side === 'customer' ? firstName(agentName) : agentName;
}

/** `seq` of the newest event a side may see, in the numbering of that side. */
export function lastSeqFor(call: CallRow, side: Speaker): number {
  return side === 'agent' ? call.lastSeq : call.lastPublicSeq;
}
