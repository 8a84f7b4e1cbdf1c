import 'server-only';
import type { SessionChoices } from '@agent/protocol';
import { readSessionChoices as read } from '@agent/store';
import { requireSession, type Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';

/** By which queues and outcomes people with an account can look for calls. */
export async function readSessionChoices(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
): Promise<SessionChoices> {
  requireSession(viewer);
  return read(db);
}
