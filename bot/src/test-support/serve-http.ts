import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of a test. */
export interface TestServer {
  /** Where an OpenAI-compatible client is sent. */
  readonly baseUrl: string;
  /** Cuts what is open and stops listening. */
  close(): Promise<void>;
}

/** Serves HTTP on a free port of this machine. */
export async function serveHttp(answer: RequestListener): Promise<TestServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
