import 'server-only';
import { Problem } from '../problem.ts';

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses a request that changes something unless it comes from our own pages. A client that is no
 * browser sends the header too. Of a loopback address each spelling counts as ours.
 */
export function checkOrigin(request: Request, ownUrl: string): void {
  const origin = request.headers.get('origin');
  if (origin === null || !isOwnOrigin(origin, ownUrl)) {
    throw Problem.forbidden('This request did not come from a page of this site (Origin).');
  }
}

function isOwnOrigin(origin: string, ownUrl: string): boolean {
  const own = new URL(ownUrl);
  if (origin === own.origin) return true;
  if (!loopbackHosts.has(own.hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return (
    loopbackHosts.has(other.hostname) && other.protocol === own.protocol && other.port === own.port
  );
}
