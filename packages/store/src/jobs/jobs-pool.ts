import { Pool } from 'pg';

/** A dead peer is noticed after so long, 10 probes a second apart. */
const keepAliveMs = 10_000;

/**
 * Connections of graphile-worker, which takes a pool of its own kind. It waits for one as long as it takes:
 * otherwise it would give up all work.
 */
export function openJobsPool(url: string, onError: (error: unknown) => void): Pool {
  const pool = new Pool({
    ...{ connectionString: url, application_name: 'agent-jobs', options: '-c TimeZone=UTC' },
    ...{ max: 3, keepAlive: true, keepAliveInitialDelayMillis: keepAliveMs },
  });
  pool.on('error', onError);
  // A connection that is lost while it is in use tells whoever uses it, too.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
