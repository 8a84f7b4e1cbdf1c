import 'server-only';
import type { CallId, ReaderRole } from '@agent/protocol';
import { type CallRow, findCall, isListener, looksAfter } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { callOfOwner, callOnDesk, requireOverseer, type Viewer } from './viewer.ts';

/**
 * The call, when the viewer looks after it: its queue is theirs, or its agent has asked for help for a
 * while. To anybody else there is no such call.
 */
export async function callOfSupervisor(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  const { userId } = requireOverseer(viewer);
  const call = await findCall(db, callId);
  const isTheirs = call?.erasedAt === null && (await looksAfter(db, userId, callId));
  if (!call || !isTheirs) throw Problem.notFound();
  return call;
}

/** A call, and as what its viewer reads it. */
export interface CallReaderAccess {
  call: CallRow;
  reader: ReaderRole;
}

/**
 * The call, when the viewer is one of its sides, or says to be a supervisor and listens to it or has joined
 * it: nobody reads a call that goes on without a row that says so.
 */
export async function callOfReader(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallReaderAccess> {
  if (viewer.reader === 'supervisor') {
    return { call: await callOfListener(services, viewer, callId), reader: 'supervisor' };
  }
  const { call, side } = await callOfOwner(services, viewer, callId);
  return { call, reader: side };
}

/**
 * The call, when it is on the viewer's desk, or the viewer listens to it. A stream names no reader; who
 * is no agent has no desk.
 */
export function callForDeskReader(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  const { session } = viewer;
  const canHaveDesk = !session || session.role === 'agent';
  return canHaveDesk
    ? callOnDesk(services, viewer, callId)
    : callOfListener(services, viewer, callId);
}

async function callOfListener(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  const { userId } = requireOverseer(viewer);
  const call = (await isListener(db, callId, userId)) ? await findCall(db, callId) : undefined;
  if (!call || call.erasedAt !== null) throw Problem.notFound();
  return call;
}
