import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Header in which this server notes the other end of the connection, over whatever was sent. */
const peerHeader = 'x-peer-address';

/**
 * Notes the address of the connection on each request: route handlers do not see the socket, and
 * `X-Forwarded-For` can be written by anybody.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
  });
}

/** Address of the client, seen through `proxyHops` reverse proxies of ours. */
export function clientAddress(headers: Pick<Headers, 'get'>, proxyHops: number): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = proxyHops > 0 ? forwarded.at(-proxyHops) : headers.get(peerHeader);
  return seen || 'unknown';
}
