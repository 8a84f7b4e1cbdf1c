import 'server-only';
import type { Overseer } from '@agent/calls';
import { queuesOfSupervisor } from '@agent/store';
import type { Services } from '../services.ts';
import { readSession } from './session.ts';

/** Who looks on, as Postgres knows it now; undefined for somebody who may not (any more). */
export async function overseerNow(
  services: Services,
  { headers }: Request,
): Promise<Overseer | undefined> {
  const read = await readSession(services, headers);
  if (!read || read.session.role === 'agent') return undefined;
  const { userId, role } = read.session;
  return { userId, role, queueIds: await queuesOfSupervisor(services.db, userId) };
}
