import 'server-only';
import { type CustomerDirectory, createCustomerDirectory, type Database } from '@agent/store';
import { openWebDatabase } from './database.ts';
import { env } from './env.ts';
import type { WebEnv } from './env-schema.ts';
import { createHub, type Hub } from './hub.ts';
import { createLiveKitRooms, type Rooms } from './livekit.ts';
import { createLog, type Logger } from './log.ts';
import { metrics } from './metrics.ts';
import { processSingleton } from './process-singleton.ts';

/** All that use cases need of the outside; tests hand in fakes. */
export interface Services {
  env: WebEnv;
  db: Database;
  /** Where customers are known. */
  directory: CustomerDirectory;
  rooms: Rooms;
  /** Notifications of Postgres, shared by all streams. */
  hub: Hub;
  log: Logger;
  metrics: typeof metrics;
  now: () => Date;
  newId: () => string;
  fetch: typeof fetch;
  /** Aborted when this server stops; streams end then. */
  stopping: AbortController;
}

const holder = processSingleton<{ services?: Services }>('services', () => ({}));

/** The services of this process, opened at the first use. */
export function services(): Services {
  holder.services ??= openServices(env());
  return holder.services;
}

/** Puts other services in their place (tests). */
export function provideServices(provided: Services): void {
  holder.services = provided;
}

function openServices(settings: WebEnv): Services {
  const db = openWebDatabase(settings);
  const log = createLog(settings.LOG_LEVEL);
  return {
    env: settings,
    db,
    directory: createCustomerDirectory(db, { phoneRegion: settings.DEFAULT_PHONE_REGION }),
    rooms: createLiveKitRooms(settings),
    hub: createHub(db, log),
    log,
    metrics,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    fetch: (...request) => fetch(...request),
    stopping: new AbortController(),
  };
}
