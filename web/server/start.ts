import 'server-only';
import { startDispatcher } from './dispatch.ts';
import { notePeerAddresses } from './http/client-address.ts';
import { processSingleton } from './process-singleton.ts';
import { services } from './services.ts';

/** A server that has not stopped by then is ended. */
const mostCloseMs = 8_000;

/** What runs beside the routes: matching, until the process is told to stop. */
export function startServer(): void {
  processSingleton('server', () => {
    notePeerAddresses();
    const open = services();
    const dispatcher = startDispatcher(open);
    process.once('SIGTERM', () => void close());
    process.once('SIGINT', () => void close());
    open.log.info({ url: open.env.NEXTAUTH_URL }, 'web server started');
    return true;

    /** Next answers the requests it has and exits then; an open stream would keep it for ever. */
    async function close(): Promise<void> {
      open.log.info('web server stops');
      setTimeout(() => process.exit(1), mostCloseMs).unref();
      open.stopping.abort();
      await dispatcher.close();
      await open.hub.close();
    }
  });
}
