import 'server-only';
import type { CallId, WrapUpDraft, WrapUpRequest } from '@agent/protocol';
import {
  type CallRow,
  finishWrapUp as finishStored,
  saveWrapUpDraft,
  type WrapUpChoices,
  wrapUpChoices,
} from '@agent/store';
import { callOfAgent, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

/** Keeps what the agent has typed so far. */
export async function saveWrapUp(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  draft: WrapUpDraft,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status !== 'wrap-up') throw notInWrapUp(call);
  await checkOutcome(services, call, draft.disposition);
  if (!(await saveWrapUpDraft(services.db, callId, draft))) throw notInWrapUp(call);
}

/** Closes the call and frees the agent for the next. */
export async function finishWrapUp(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: WrapUpRequest,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status !== 'wrap-up') throw notInWrapUp(call);
  const { outcomeRequired } = await checkOutcome(services, call, request.disposition);
  if (outcomeRequired && request.disposition === null) throw outcomeRefused(missing);
  const finished = await finishStored(services.db, callId, request);
  if (!finished) throw notInWrapUp(call);
  for (const { fate } of request.lines ?? []) services.meters.draftLines.inc({ fate });
  services.log.info({ callId, agentId: call.agentId }, 'call closed');
  void deliver(services, finished.call, finished.appended);
}

const missing = 'Choose how the call turned out.';
const gone = 'That outcome cannot be chosen any more. Choose another.';

/** An admin may have taken the outcome away since the agent chose it. */
async function checkOutcome(
  { db }: Services,
  { queueId }: CallRow,
  disposition: string | null,
): Promise<WrapUpChoices> {
  const choices = await wrapUpChoices(db, queueId);
  const isThere = choices.outcomes.some(({ id }) => id === disposition);
  if (disposition !== null && !isThere) throw outcomeRefused(gone);
  return choices;
}

function outcomeRefused(message: string): Problem {
  return Problem.invalidInput(message, { disposition: message });
}

function notInWrapUp({ status, closedBy }: Pick<CallRow, 'status' | 'closedBy'>): Problem {
  if (status === 'active') return Problem.conflict('This call is still going on.');
  if (closedBy === 'system') return Problem.conflict('This call was closed while you were away.');
  return Problem.conflict('This call is closed already.');
}
