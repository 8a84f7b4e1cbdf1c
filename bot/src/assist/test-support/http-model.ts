import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { serveHttp, type TestServer } from '../../test-support/serve-http.ts';

/** One scripted answer of the server. */
export interface HttpAnswer {
  status: number;
  /** Name of a file of `fixtures/`, a true-shaped answer. */
  fixture: string;
  /** Send the headers and so many characters, then never the rest. */
  stallsAfter?: number;
}

export interface HttpModel extends TestServer {
  readonly requests: { headers: IncomingHttpHeaders; body: RequestBody }[];
}

/** The parts of a request that tests look at. */
export interface RequestBody {
  model: string;
  stream: boolean;
  messages: { role: string; content: string }[];
  response_format: {
    type: string;
    json_schema: { strict: boolean; schema: { properties: Record<string, unknown> } };
  };
}

/** A real HTTP server that gives every request the same answer; `undefined` never answers. */
export async function serveModel(answer: HttpAnswer | undefined): Promise<HttpModel> {
  const requests: HttpModel['requests'] = [];
  const server = await serveHttp(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = JSON.parse(Buffer.concat(parts).toString()) as RequestBody;
    requests.push({ headers: request.headers, body });
    if (!answer) return;
    const text = readFileSync(
      new URL(`../model/fixtures/${answer.fixture}`, import.meta.url),
      'utf8',
    );
    const type = answer.fixture.includes('.sse') ? 'text/event-stream' : 'application/json';
    response.writeHead(answer.status, { 'content-type': type });
    if (answer.stallsAfter === undefined) response.end(text);
    else response.write(text.slice(0, answer.stallsAfter));
  });
  return { ...server, requests };
}
