import { healthRoutes } from '@agent/process/health';
import type { Logger } from '@agent/process/log';
import { listScripts, loadScript } from '@agent/testing/script';
import { Hono } from 'hono';
import { z } from 'zod';
import { startScriptedCall } from './scripted-caller.ts';
import { WebClientError } from './web-client.ts';

/** What the demo caller's HTTP service needs. */
export interface DemoServerOptions {
  webUrl: string;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Aborts every call under way. */
  signal: AbortSignal;
  /** Default: a real scripted call. */
  start?: typeof startScriptedCall;
  /** Most calls at a time. Default 3. */
  maxCalls?: number;
}

const requestSchema = z.object({ script: z.string().max(60).optional() });

/** Creates the HTTP service: `POST /calls {script?}` lets a scripted customer call in. */
export function createDemoServer(options: DemoServerOptions): Hono {
  const { webUrl, log, signal, start = startScriptedCall, maxCalls = 3 } = options;
  const app = new Hono();
  let underWay = 0;
  let placed = 0;

  const fail = (code: string, message: string) => ({ error: { code, message } });

  app.route('/', healthRoutes({ missing: async () => [] }));

  app.post('/calls', async (context) => {
    const request = requestSchema.safeParse(await context.req.json().catch(() => ({})));
    const names = await listScripts();
    const name = request.data?.script ?? names[placed % names.length];
    if (!request.success || !name || !names.includes(name)) {
      return context.json(fail('invalid-input', `Choose one of ${names.join(', ')}.`), 400);
    }
    if (underWay >= maxCalls) {
      return context.json(fail('too-many-requests', 'Enough scripted customers are calling.'), 429);
    }
    underWay += 1;
    placed += 1;
    try {
      const script = await loadScript(name);
      const call = await start({ webUrl, script, signal });
      log.info({ callId: call.callId, script: name }, 'scripted call placed');
      call.finished
        .then((outcome) => log.info({ callId: call.callId, outcome }, 'scripted call finished'))
        .catch((err: unknown) => log.warn({ callId: call.callId, err }, 'scripted call failed'))
        .finally(() => {
          underWay -= 1;
        });
      return context.json({ callId: call.callId }, 202);
    } catch (err) {
      underWay -= 1;
      if (!(err instanceof WebClientError)) throw err;
      log.warn({ err }, 'scripted call refused');
      return context.json(fail('unavailable', err.message), 503);
    }
  });
  return app;
}
