import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
export function startServer(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: import('node:http').IncomingMessage };
    request.headers['x-peer-address'] = request.socket.remoteAddress ?? '';
  });
}
