import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { serveHttp, type TestServer } from '../../test-support/serve-http.ts';

/** One scripted answer of the server. */
export interface HttpAnswer {
  status: number;
  /** Name of a file of `fixtures/`, a true-shaped answer. */
  fixture: string;
  headers?: Record<string, string>;
  /** Send the headers and a part of the body, then never the rest. */
  stalls?: boolean;
}

export interface HttpTranscriber extends TestServer {
  /** Headers and multipart body of each request, the body as Latin-1. */
  readonly requests: { headers: IncomingHttpHeaders; body: string }[];
}

/** A real HTTP server that gives every request the same answer; `undefined` never answers. */
export async function serveAnswer(answer: HttpAnswer | undefined): Promise<HttpTranscriber> {
  const requests: HttpTranscriber['requests'] = [];
  const server = await serveHttp(async (request, response) => {
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
  return { ...server, requests };
}
