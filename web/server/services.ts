import 'server-only';
import { createLog, type Logger } from '@agent/process/log';
import { type OpenRecordings, openRecordings } from '@agent/recordings';
import {
  type CustomerDirectory,
  createCustomerDirectory,
  type Database,
  type LiveSettings,
  readLines,
} from '@agent/store';
import pLimit, { type LimitFunction } from 'p-limit';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { openExportDatabase, openWebDatabase } from './database.ts';
import { createLinesView, type LinesView } from './desk/lines-view.ts';
import { env } from './env.ts';
import type { WebEnv } from './env-schema.ts';
import { createStreamPlaces, type StreamName, type StreamPlaces } from './http/stream-places.ts';
import { type Meters, meters } from './meters.ts';
import { openSettings } from './open-settings.ts';
import { processSingleton } from './process-singleton.ts';
import { guardRooms } from './rooms/guarded-rooms.ts';
import { createLiveKitRooms, type Rooms } from './rooms/livekit.ts';
import { serverClock } from './server-clock.ts';
import { createWallView, type WallView } from './supervision/wall/wall-view.ts';

/** All that use cases need of the outside; tests hand in fakes. */
export interface Services {
  env: WebEnv;
  db: Database;
  /** Connections of exports, which are in use for as long as somebody takes one. */
  exportDb: Database;
  /** What admins have set; followed once the server has started. */
  settings: LiveSettings;
  /** Where customers are known. */
  directory: CustomerDirectory;
  rooms: Rooms;
  /** Where recordings lie; undefined where none are kept. */
  recordings: OpenRecordings | undefined;
  /** Notifications of Postgres, shared by all streams. */
  changeFeed: ChangeFeed;
  /** The lines of all queues, read once per change for all streams. */
  lines: LinesView;
  /** What supervisors see of all calls, read once per change for all streams. */
  wall: WallView;
  /** Who may have a stream. */
  streamPlaces: StreamPlaces;
  /** How many states of streams are read at once, so that requests find a connection. */
  stateGates: StateGates;
  log: Logger;
  meters: Meters;
  now: () => Date;
  newId: () => string;
  fetch: typeof fetch;
  /** Aborted when this server stops; streams end then. */
  stopping: AbortController;
}

/** A directory may be slow: streams that ask one hold up no others. */
export type StateGates = Readonly<Record<StreamName, LimitFunction>>;

/** Gates for a pool of so many connections. */
export function createStateGates(poolSize: number): StateGates {
  const ofCalls = pLimit(Math.max(1, Math.floor(poolSize / 2)));
  const ofDirectory = pLimit(Math.max(1, Math.floor(poolSize / 4)));
  const ofWall = pLimit(Math.max(1, Math.floor(poolSize / 4)));
  return {
    ...{ agent: ofCalls, customer: ofCalls, 'call-customer': ofDirectory },
    ...{ wall: ofWall, 'figure-alerts': ofWall },
  };
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
  const log = createLog({ part: 'web', level: settings.LOG_LEVEL });
  const changeFeed = createChangeFeed(db, log);
  const stopping = new AbortController();
  const now = serverClock.now;
  return {
    env: settings,
    db,
    exportDb: openExportDatabase(settings),
    settings: openSettings(settings, db, log),
    directory: createCustomerDirectory(db, { phoneRegion: settings.DEFAULT_PHONE_REGION }),
    recordings: openRecordings(settings),
    rooms: guardRooms(createLiveKitRooms(settings, serverClock.now), { log, stopping }),
    changeFeed,
    lines: createLinesView({ readLines: () => readLines(db), changeFeed, meters }),
    wall: createWallView({ db, changeFeed, log, meters, now, stopping }),
    streamPlaces: createStreamPlaces(meters),
    stateGates: createStateGates(settings.DATABASE_POOL),
    log,
    meters,
    now,
    newId: () => crypto.randomUUID(),
    fetch: (...request) => fetch(...request),
    stopping,
  };
}
