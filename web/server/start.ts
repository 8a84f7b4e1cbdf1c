import 'server-only';
import { closeDatabase } from '@agent/store';
import { startDispatcher } from './dispatch.ts';
import { notePeerAddresses } from './http/client-address.ts';
import { processSingleton } from './process-singleton.ts';
import { services } from './services.ts';

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

    async function close(): Promise<void> {
      open.log.info('web server stops');
      await dispatcher.close();
      await open.hub.close();
      await closeDatabase(open.db);
    }
  });
}
