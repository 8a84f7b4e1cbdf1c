import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

/** Where a server listens. */
export interface ListenOptions {
  /** The one address to listen on. */
  host: string;
  /** 0 for any that is free. */
  port: number;
}

/** A server that listens. */
export interface Listening {
  readonly server: ServerType;
  /** The IP address and port it listens on. */
  readonly address: string;
  readonly port: number;
}

/** Serves the routes; resolves when listening, rejects when it cannot. */
export function listen(routes: Hono, { host, port }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({ fetch: routes.fetch });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, port: actual } = server.address() as AddressInfo;
      resolve({ server, address, port: actual });
    });
  });
}
