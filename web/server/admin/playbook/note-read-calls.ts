import 'server-only';
import type { CallId } from '@agent/protocol';
import { recordAudit, takeRateLimit } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';

/** What is looked at again within this time is the same reading. */
const noted = { limit: 1, windowMs: 60 * 60_000 };

/** Puts on record that an admin is shown words of these calls; nobody is shown any without. */
export async function noteReadCalls(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  callIds: ReadonlySet<CallId>,
): Promise<void> {
  const { userId } = requireRole(viewer, 'admin');
  await db.begin(async (tx) => {
    // In one order: two trials at once wait for each other, and never both.
    for (const callId of [...callIds].toSorted()) {
      const key = `session-noted:${userId}:${callId}`;
      if (!(await takeRateLimit(tx, key, noted))) continue;
      const subject = { kind: 'call', id: callId } as const;
      const data = { by: 'card-trial' };
      await recordAudit(tx, { action: 'call.read', subject, data, ...actingAdmin(viewer) });
    }
  });
}
