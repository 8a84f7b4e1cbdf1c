import 'server-only';
import { errorFields } from '@agent/process';
import type { CallId, CustomerErasure, CustomerId, ErasureRequestBody } from '@agent/protocol';
import { callsOfCustomer, type ErasureOutcome, eraseCall, recordAudit } from '@agent/store';
import { requireRole, requireWatcher, type Viewer } from '../access/viewer.ts';
import { type Watcher, whoOf } from '../customers/show-people.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { removeDeletedSounds } from './remove-sounds.ts';

/**
 * An admin erases a call that is over, for good: who called, what was said, typed, noted and heard. A
 * tombstone and the record of who did it stay. Harmless when it is erased already.
 */
export async function eraseSession(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  { reason }: ErasureRequestBody,
): Promise<void> {
  const watcher = requireAdmin(viewer);
  const outcome = await eraseOne(services, watcher, callId, reason);
  switch (outcome) {
    case 'erased':
      void removeSounds(services);
      return;
    case 'erased-before':
      return;
    case 'on-hold':
      throw Problem.conflict('A legal hold keeps this call. End the hold first.');
    case 'going-on':
      throw Problem.conflict('This call is not wrapped up yet. Erase it afterwards.');
    case 'not-found':
      throw Problem.notFound();
    default:
      outcome satisfies never;
  }
}

/** An admin erases all calls of a customer: those linked to the record, and those made with its contacts. */
export async function eraseCustomer(
  services: Services,
  viewer: Viewer,
  customerId: CustomerId,
  { reason }: ErasureRequestBody,
): Promise<CustomerErasure> {
  const watcher = requireAdmin(viewer);
  const record = await services.directory.find(customerId);
  const contacts = { email: record?.email ?? null, phone: record?.phone ?? null };
  const callIds = await callsOfCustomer(services.db, { customerId, ...contacts });
  if (!record && callIds.length === 0) throw Problem.notFound('There is no such customer.');
  // Before the first: an erased call does not tell whose it was.
  const subject = { kind: 'customer', id: customerId } as const;
  await recordAudit(services.db, { action: 'customer.erased', subject, ...whoOf(watcher) });
  const count: Record<ErasureOutcome, number> = {
    ...{ erased: 0, 'erased-before': 0, 'not-found': 0 },
    ...{ 'on-hold': 0, 'going-on': 0 },
  };
  for (const callId of callIds) count[await eraseOne(services, watcher, callId, reason)] += 1;
  void removeSounds(services);
  return { erased: count.erased, onHold: count['on-hold'], goingOn: count['going-on'] };
}

function requireAdmin(viewer: Viewer): Watcher {
  requireRole(viewer, 'admin');
  return requireWatcher(viewer);
}

async function eraseOne(
  { db, log }: Services,
  watcher: Watcher,
  callId: CallId,
  reason: string,
): Promise<ErasureOutcome> {
  const outcome = await db.begin(async (tx) => {
    const erased = await eraseCall(tx, callId, { reason, by: watcher });
    const subject = { kind: 'call', id: callId } as const;
    if (erased === 'erased') {
      await recordAudit(tx, { action: 'call.erased', subject, ...whoOf(watcher) });
    }
    return erased;
  });
  if (outcome === 'erased') log.info({ callId }, 'call erased');
  return outcome;
}

/** Without its key the sound is noise; what cannot be removed now is at the next look. */
async function removeSounds(services: Services): Promise<void> {
  try {
    await removeDeletedSounds(services);
  } catch (error) {
    services.log.warn(errorFields(error), 'deleted sounds not removed now');
  }
}
