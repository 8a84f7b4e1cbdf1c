import 'server-only';
import type { CallId, CustomerId } from '@agent/protocol';
import { linkCustomer as linkStoredCustomer, recordAudit } from '@agent/store';
import { callOfAgent, requireWatcher, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { recordOf } from './directory.ts';
import { showPeople, whoOf } from './show-people.ts';

/** The agent says whose record belongs to the call; null: nobody's. Harmless when it is so already. */
export async function linkCustomer(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  customerId: CustomerId | null,
): Promise<void> {
  const call = await callOfAgent(services, viewer, callId);
  if (call.status === 'closed') throw Problem.conflict('This call is closed already.');
  if (customerId) await mayLink(services, viewer, callId, customerId);
  const linked = await linkStoredCustomer(services.db, callId, { customerId, by: 'agent' });
  if (!linked) return;
  if (!customerId) await noteNobody(services, viewer, callId);
  services.log.info({ callId, agentId: call.agentId }, 'customer linked');
  void deliver(services, linked.call, linked.appended);
}

/** Linking shows the record, so it counts and is put on record as reading it does. */
async function mayLink(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  customerId: CustomerId,
): Promise<void> {
  await recordOf(services, customerId);
  await showPeople(services, requireWatcher(viewer), [customerId], {
    action: 'customer.linked',
    subject: { kind: 'customer', id: customerId },
    data: { callId },
  });
}

async function noteNobody({ db }: Services, viewer: Viewer, callId: CallId): Promise<void> {
  await recordAudit(db, {
    action: 'customer.linked',
    ...whoOf(requireWatcher(viewer)),
    subject: { kind: 'call', id: callId },
    data: { customerId: null },
  });
}
