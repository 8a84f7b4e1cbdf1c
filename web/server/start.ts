import 'server-only';
import { errorFields, untilSignal } from '@agent/process';
import { followDatabaseClock, isDatabaseReachable } from '@agent/store';
import { startExpelling } from './access/expel.ts';
import { methodsAt } from './access/methods-at.ts';
import { awaitSchema } from './await-schema.ts';
import { startDispatcher } from './calls/dispatch.ts';
import { openFrontDoor } from './http/front-door.ts';
import { startRetention } from './jobs/retention.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { processSingleton } from './process-singleton.ts';
import { startSampleData } from './sample-data/sample-rounds.ts';
import { serverClock } from './server-clock.ts';
import { services } from './services.ts';
import { startIndexing } from './sessions/index-sessions.ts';
import { startGuarding } from './supervision/guard-rooms.ts';

/** A server that has not stopped by then is ended. */
const mostCloseMs = 8_000;

/**
 * What runs beside the routes: matching, indexing calls that are over, deleting what is old, jobs, and keeping
 * rooms closed to those whose session has ended and to supervisors whom nothing lets in, until the process is told to stop. Resolves when requests
 * may come: with another schema than ours in the database they must not, and the process ends.
 */
export function startServer(): Promise<void> {
  return processSingleton('server', async () => {
    openFrontDoor(methodsAt);
    const open = services();
    const running: { close(): Promise<void> }[] = [];
    void untilSignal().then(close);
    const started = awaitSchema(open)
      .then(() =>
        followDatabaseClock(serverClock, {
          db: open.db,
          signal: open.stopping.signal,
          onSetRight: (offByMs) => open.log.warn({ offByMs }, 'our clock was set right'),
          onUnreadable: (error) =>
            open.log.warn(errorFields(error), 'the clock of Postgres could not be read'),
        }),
      )
      .then(() => open.settings.follow())
      .then(start, refuse);
    if (await isDatabaseReachable(open.db).catch(() => true)) await started;
    else open.log.warn('web server waits for Postgres');

    function start(): void {
      if (open.stopping.signal.aborted) return;
      running.push(startDispatcher(open), startExpelling(open), startGuarding(open));
      running.push(startIndexing(open), startRetention(open), startJobs(open));
      running.push(startSampleData(open));
      open.log.info({ url: open.env.NEXTAUTH_URL }, 'web server started');
    }

    function refuse(error: unknown): never {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    }

    /** Next answers the requests it has and exits then; an open stream would keep it for ever. */
    async function close(): Promise<void> {
      open.log.info('web server stops');
      setTimeout(() => process.exit(1), mostCloseMs).unref();
      open.stopping.abort();
      await Promise.all(running.map((one) => one.close()));
      await open.settings.close();
      await open.changeFeed.close();
    }
  });
}
