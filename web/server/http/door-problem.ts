import 'server-only';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../problem.ts';

/** Pages and files are read only: Next would take what is posted to a page for an action, of which we have none. */
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** Methods that any route of the API has. */
const ofApi: ReadonlySet<string> = new Set([
  ...reading,
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]);

/** Longer than any address of ours. */
const longestUrl = 4_096;

/** The methods that a route of the API takes at a path; undefined where there is none. */
export type MethodsAt = (path: string) => ReadonlySet<string> | undefined;

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** What is wrong with a request before anybody looks for what it asks; undefined when nothing is. */
export function doorProblem(
  { method = '', url = '', headers }: Asked,
  methodsAt: MethodsAt,
): Problem | undefined {
  const isApi = isForApi(url);
  if (!(isApi ? ofApi : reading).has(method)) return Problem.methodNotAllowed();
  if (url.length > longestUrl) return Problem.addressTooLong();
  if (!isReadable(url)) return Problem.invalidInput('This address cannot be read.');
  const hosts = [headers.host, headers['x-forwarded-host']].flat();
  if (!hosts.every(isHost)) return Problem.invalidInput('The name of the host cannot be read.');
  const [path = ''] = url.split('?', 1);
  const methods = isApi ? methodsAt(path) : undefined;
  return methods && !methods.has(method) ? Problem.methodNotAllowed() : undefined;
}

/** Tells a request to the API, whose answers have a shape of their own. */
export function isForApi(url: string): boolean {
  return /^\/api(\/|\?|$)/.test(url);
}

/** A path of ours, each of whose parts can be decoded. */
function isReadable(url: string): boolean {
  if (!url.startsWith('/')) return false;
  const [path = ''] = url.split('?', 1);
  // A name of ours has neither.
  if (/%00|\\/i.test(path)) return false;
  try {
    decodeURIComponent(path);
    return URL.canParse(url, 'http://localhost');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function isHost(host: string | undefined): boolean {
  return host === undefined || (!/[/?#@\\]/.test(host) && URL.canParse(`http://${host}`));
}
