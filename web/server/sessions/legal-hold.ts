import 'server-only';
import type { CallId, LegalHoldRequest } from '@agent/protocol';
import { recordAudit, setLegalHold as setStored } from '@agent/store';
import { requireRole, requireWatcher, type Viewer } from '../access/viewer.ts';
import { whoOf } from '../customers/show-people.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/**
 * An admin keeps a call that is over from being deleted, by anybody and any rule, or lets it go again.
 * Harmless when it is so already.
 */
export async function setLegalHold(
  { db }: Services,
  viewer: Viewer,
  callId: CallId,
  { held, reason }: LegalHoldRequest,
): Promise<void> {
  requireRole(viewer, 'admin');
  const watcher = requireWatcher(viewer);
  const outcome = await db.begin(async (tx) => {
    const changed = await setStored(tx, callId, { held, reason, by: watcher });
    const action = held ? 'call.hold-placed' : 'call.hold-lifted';
    const subject = { kind: 'call', id: callId } as const;
    if (changed === 'changed') await recordAudit(tx, { action, subject, ...whoOf(watcher) });
    return changed;
  });
  if (outcome === 'not-found') throw Problem.notFound();
}
