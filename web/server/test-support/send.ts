import { globSync } from 'node:fs';
import path from 'node:path';
import { apiErrorSchema } from '@agent/protocol';
import type { NextHandler } from '../route.ts';
import { testEnv } from './harness.ts';

const appDir = path.join(import.meta.dirname, '../../app');

/** The route files there are, as paths inside `app`. */
export function routeFiles(): string[] {
  return globSync('**/route.ts', { cwd: appDir }).sort();
}

/** The methods a route file handles. */
export async function methodsOf(file: string): Promise<Record<string, NextHandler>> {
  return (await import(path.join(appDir, file))) as Record<string, NextHandler>;
}

/** What a test sends; by default as a browser on our own page would. */
export interface Sent {
  file: string;
  method: string;
  callId?: string;
  /** Variable parts of the path besides the call's `id`, or in its place. */
  params?: Record<string, string> | undefined;
  cookie?: string;
  /** Sent as JSON unless it is bytes or text already. */
  body?: unknown;
  query?: string | undefined;
  headers?: Record<string, string>;
}

/** Sends a request to the handler in a route file. */
export async function send(sent: Sent): Promise<Response> {
  const { file, method, cookie = '', body, query = '' } = sent;
  const params: Record<string, string> = { id: sent.callId ?? '', ...sent.params };
  const methods = await methodsOf(file);
  // Next answers HEAD by what is there for GET.
  const handler = methods[method] ?? (method === 'HEAD' ? methods.GET : undefined);
  if (!handler) throw new Error(`${file} has no ${method}.`);
  const route = file
    .replace(/\/route\.ts$/, '')
    .replace(/\[(\w+)\]/g, (_part, name) => encodeURIComponent(params[name] ?? ''));
  const headers = new Headers({ origin: testEnv.NEXTAUTH_URL, cookie });
  if (body !== undefined) headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value);
  const request = new Request(`${testEnv.NEXTAUTH_URL}/${route}${query}`, {
    method,
    headers,
    ...(body !== undefined && { body: asBody(body), duplex: 'half' }),
  });
  return handler(request, { params: Promise.resolve(file.includes('[') ? params : undefined) });
}

/** The error of a refused request, which must have the agreed shape. */
export async function errorOf(response: Response) {
  return apiErrorSchema.parse(await response.json()).error;
}

function asBody(body: unknown): BodyInit {
  const isRaw = typeof body === 'string' || body instanceof ReadableStream;
  return isRaw ? body : JSON.stringify(body);
}
