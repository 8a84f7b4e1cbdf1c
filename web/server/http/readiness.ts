import 'server-only';
import { errorFields } from '@agent/process';
import { isDatabaseReachable, requireSchema } from '@agent/store';
import type { Services } from '../services.ts';

/** What this server needs to do its work, and whether it is there. */
export interface Readiness {
  database: boolean;
  /** The database has the schema this version was made for; false as well while Postgres is away. */
  schema: boolean;
  livekit: boolean;
}

/** Asks Postgres and LiveKit for a sign of life. */
export async function readiness({ db, rooms, log }: Services): Promise<Readiness> {
  const [database, schema, livekit] = await Promise.all([
    succeeds(isDatabaseReachable(db)),
    succeeds(requireSchema(db).then(() => true)),
    succeeds(rooms.list().then(() => true)),
  ]);
  return { database, schema, livekit };

  async function succeeds(check: Promise<boolean>): Promise<boolean> {
    try {
      return await check;
    } catch (error) {
      log.warn(errorFields(error), 'not ready');
      return false;
    }
  }
}
