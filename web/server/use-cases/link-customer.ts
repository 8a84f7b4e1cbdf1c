import 'server-only';
import type { CallId, CustomerId } from '@agent/protocol';
import { linkCustomer as linkStoredCustomer } from '@agent/store';
import { deliver } from '../deliver.ts';
import { recordOf } from '../directory.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { callOfAgent, type Viewer } from '../viewer.ts';

/** The agent says whose record belongs to the call; null: nobody's. Harmless when it is so already. */
export async function linkCustomer(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  customerId: CustomerId | null,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status === 'closed') throw Problem.conflict('This call is closed already.');
  if (customerId) await recordOf(services, customerId);
  const linked = await linkStoredCustomer(services.db, callId, { customerId, by: 'agent' });
  if (!linked) return;
  services.log.info({ callId, agentId: call.agentId }, 'customer linked');
  void deliver(services, linked.call, linked.appended);
}
