import 'server-only';
import type { CallId } from '@agent/protocol';
import { recordAudit, takeRateLimit } from '@agent/store';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { whoOf } from '../customers/show-people.ts';
import { limitRate } from '../http/limit-rate.ts';
import type { Services } from '../services.ts';

/** Enough to go through a list one by one: a page asks for a call and for its log. */
const limit = { limit: 60, windowMs: 10_000 };

/** A page that is opened again within this time is the same reading. */
const noted = { limit: 1, windowMs: 60 * 60_000 };

/** Puts on record that somebody looks back at a call; nobody reads one without. */
export async function noteReading(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<void> {
  const watcher = requireWatcher(viewer);
  const message = 'Too many calls at once. Wait a moment.';
  await limitRate(services, `session-read:${watcher.userId}`, limit, message);
  await services.db.begin(async (tx) => {
    if (!(await takeRateLimit(tx, `session-noted:${watcher.userId}:${callId}`, noted))) return;
    const subject = { kind: 'call', id: callId } as const;
    await recordAudit(tx, { action: 'call.read', subject, ...whoOf(watcher) });
  });
}
