import 'server-only';
import {
  type CallEventEnvelope,
  type CallId,
  type HelpRequest,
  staffEnvelope,
} from '@agent/protocol';
import { askForHelp as askStored, withdrawHelp as withdrawStored } from '@agent/store';
import { callOfAgent, requireRole, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

const limit = { limit: 10, windowMs: 60_000 };

/** The agent of a call asks the supervisors for help. The same request again gives the same answer. */
export async function askForHelp(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  { helpId, reason = '' }: HelpRequest,
): Promise<CallEventEnvelope> {
  const call = await callOfAgent(services, viewer, callId);
  const { userId: agentId } = requireRole(viewer, 'agent');
  await limitRate(services, `help:${callId}`, limit, 'Too many requests at once. Wait a moment.');
  const asked = await askStored(services.db, callId, { helpId, agentId, reason });
  if (asked.outcome === 'not-active') throw Problem.conflict('This call has ended.');
  if (asked.outcome === 'open-before') {
    throw Problem.conflict('You have asked for help already.');
  }
  void deliver(services, call, asked.appended);
  return staffEnvelope(asked.appended);
}

/** The agent of a call needs no help any more. Harmless when it is so already. */
export async function withdrawHelp(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  const appended = await withdrawStored(services.db, callId);
  if (appended) void deliver(services, call, appended);
}
