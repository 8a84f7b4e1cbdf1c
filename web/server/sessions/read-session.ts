import 'server-only';
import type { CallId, Session } from '@agent/protocol';
import { readSession as readStored } from '@agent/store';
import { sessionOfReader } from '../access/session-of-reader.ts';
import type { Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { noteReading } from './note-reading.ts';

/** A call that is over, for those who may look back at it. */
export async function readSession(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<Session> {
  await sessionOfReader(services, viewer, callId);
  await noteReading(services, viewer, callId);
  const session = await readStored(services.db, callId);
  if (!session) throw Problem.notFound();
  return session;
}
