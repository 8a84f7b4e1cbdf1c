import 'server-only';
import type { CallId, WrapUpDraft, WrapUpRequest } from '@agent/protocol';
import { type CallRow, finishWrapUp as finishStored, saveWrapUpDraft } from '@agent/store';
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
  const finished = await finishStored(services.db, callId, request);
  if (!finished) throw notInWrapUp(call);
  for (const { fate } of request.lines ?? []) services.meters.draftLines.inc({ fate });
  services.log.info({ callId, agentId: call.agentId }, 'call closed');
  void deliver(services, finished.call, finished.appended);
}

function notInWrapUp({ status, closedBy }: Pick<CallRow, 'status' | 'closedBy'>): Problem {
  if (status === 'active') return Problem.conflict('This call is still going on.');
  if (closedBy === 'system') return Problem.conflict('This call was closed while you were away.');
  return Problem.conflict('This call is closed already.');
}
