import 'server-only';
import { createSteadyClock } from '@agent/store';
import { processSingleton } from './process-singleton.ts';

/** The clock of this process; it follows Postgres' from the start on. */
export const serverClock = processSingleton('clock', () => createSteadyClock(Date.now()));
