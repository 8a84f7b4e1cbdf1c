import { Hono } from 'hono';
import { type ListenOptions, listen } from './listen.ts';

/** What a process tells of itself. */
export interface HealthOptions {
  /** What the process needs and cannot reach now; empty when it is ready. */
  missing: () => Promise<string[]>;
  /** Its meters; without them there is no `/metrics`. */
  registry?: MeterRegistry;
}

/** A registry of prom-client, as far as it is read. */
export interface MeterRegistry {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** The health routes, served. */
export interface HealthServer {
  /** The IP address it listens on. */
  readonly address: string;
  readonly port: number;
  close(): void;
}

/** Builds `/healthz` (alive), `/readyz` (can work) and `/metrics`, for a server of their own or any. */
export function healthRoutes({ registry, missing }: HealthOptions): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    const unreachable = await missing();
    return unreachable.length === 0
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', unreachable }, 503);
  });
  if (registry) {
    app.get('/metrics', async (context) =>
      context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
    );
  }
  return app;
}

/** Serves the health routes alone; resolves when listening, rejects when it cannot. */
export async function serveHealth(options: HealthOptions & ListenOptions): Promise<HealthServer> {
  const { server, address, port } = await listen(healthRoutes(options), options);
  return { address, port, close: () => server.close() };
}
