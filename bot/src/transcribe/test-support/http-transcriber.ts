import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One scripted answer of the server. */
export interface HttpAnswer {
  status: number;
  /** Name of a file of `fixtures/`, a true-shaped answer. */
  fixture: string;
  headers?: Record<string, string>;
  /** Send the headers and a part of the body, then never the rest. */
  stalls?: boolean;
}

export interface HttpTranscriber {
  readonly baseUrl: string;
  /** Headers and multipart body of each request, the body as Latin-1. */
  readonly requests: { headers: IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

/** A real HTTP server that gives every request the same answer; `undefined` never answers. */
export async function serveAnswer(answer: HttpAnswer | undefined): Promise<HttpTranscriber> {
  const requests: HttpTranscriber['requests'] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    requests.push({ headers: request.headers, body: Buffer.concat(parts).toString('latin1') });
    if (!answer) return;
    const body = readFileSync(new URL(`../fixtures/${answer.fixture}`, import.meta.url));
    const type = answer.fixture.includes('.html') ? 'text/html' : 'application/json';
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
    if (answer.stalls) response.write(body.subarray(0, 20));
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
