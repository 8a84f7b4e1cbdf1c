import 'server-only';
import type { CallId } from '@agent/protocol';
import { type CallRow, findCall } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Session } from './session.ts';
import { requireSession, type Viewer } from './viewer.ts';

/**
 * A call that is over, when the viewer may look back at it: its agent, a supervisor or an admin. To
 * anybody else, and as long as it goes on, there is no such call.
 */
export async function sessionOfReader(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  const session = requireSession(viewer);
  const call = await findCall(db, callId);
  if (!call?.endedAt || !mayRead(session, call)) throw Problem.notFound();
  if (call.erasedAt !== null) throw Problem.notFound('This call was erased.');
  return call;
}

function mayRead({ role, userId }: Session, call: CallRow): boolean {
  return role === 'agent' ? call.agentId === userId : true;
}
