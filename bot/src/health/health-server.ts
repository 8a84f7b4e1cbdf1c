import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Registry } from 'prom-client';

export interface HealthServerOptions {
  /** The one address to listen on. */
  host: string;
  port: number;
  registry: Registry;
  /** What the bot needs and cannot reach now; empty when it is ready. */
  missing: () => Promise<string[]>;
}

/** The health routes, served. */
export interface HealthServer {
  /** The IP address it listens on. */
  readonly address: string;
  close(): void;
}

/** Builds the health routes. */
export function healthRoutes({
  registry,
  missing,
}: Omit<HealthServerOptions, 'host' | 'port'>): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    const unreachable = await missing();
    return unreachable.length === 0
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', unreachable }, 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  return app;
}

/** Serves `/healthz`, `/readyz` and `/metrics`; resolves when listening, rejects when it cannot. */
export function serveHealth(options: HealthServerOptions): Promise<HealthServer> {
  const { host: hostname, port } = options;
  return new Promise((resolve, reject) => {
    const server: ServerType = serve(
      { fetch: healthRoutes(options).fetch, hostname, port },
      ({ address }) => resolve({ address, close: () => server.close() }),
    );
    server.once('error', reject);
  });
}
