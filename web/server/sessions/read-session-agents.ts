import 'server-only';
import type { SessionAgents } from '@agent/protocol';
import { readSessionAgents as read } from '@agent/store';
import { requireOverseer, type Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';

/** Whose calls a supervisor or an admin can look for. */
export async function readSessionAgents(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
): Promise<SessionAgents> {
  requireOverseer(viewer);
  return { agents: await read(db) };
}
