import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from '../problem.ts';
import { notePeerAddress } from './client-address.ts';
import { doorProblem, isForApi, type MethodsAt } from './door-problem.ts';
import { plainPolicy, securityHeaders } from './security-headers.ts';

/** What Node tells of each request before anybody else sees it. */
interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const guarded = new WeakSet<Server>();

/**
 * Stands before Next, which gives no other place to do so: notes who is at the other end, gives each
 * answer a policy of its own until a page has a better one, and answers in our words what Next would
 * take for a fault of its own.
 */
export function openFrontDoor(methodsAt: MethodsAt): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as RequestStart;
    notePeerAddress(request);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', plainPolicy);
    // Node tells of the request before it asks for the listeners, so the first one is guarded, too.
    if (!guarded.has(server)) guard(server, methodsAt);
  });
}

function guard(server: Server, methodsAt: MethodsAt): void {
  guarded.add(server);
  const listeners = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const problem = doorProblem(request, methodsAt);
    if (problem) return refuse(request, response, problem);
    for (const listener of listeners) listener.call(server, request, response);
  });
  server.on('clientError', refuseUnreadable);
}

function refuse(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const { text, headers } = refusalOf(problem, isForApi(request.url ?? ''));
  response.writeHead(problem.status, { ...headers, Connection: 'close' });
  // To HEAD Node sends the headers alone.
  response.end(text);
}

/** Not even a request: there is no answer to write to but the connection itself. */
function refuseUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? Problem.headersTooLarge()
      : Problem.invalidInput('This is no request that can be read.');
  const { text, headers } = refusalOf(problem, false);
  const all = { ...headers, ...securityHeaders, 'Content-Security-Policy': plainPolicy };
  const lines = Object.entries({ ...all, Connection: 'close' }).map((pair) => pair.join(': '));
  socket.end(`HTTP/1.1 ${problem.status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}

function refusalOf({ code, message }: Problem, isApi: boolean) {
  const text = isApi ? JSON.stringify({ error: { code, message } }) : `${message}\n`;
  return {
    text,
    headers: {
      'Content-Type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(text)),
      'Cache-Control': 'no-store',
    },
  };
}
