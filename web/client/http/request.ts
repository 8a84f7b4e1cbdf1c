import { READER_HEADER, type ReaderRole } from '@agent/protocol';
import type { z } from 'zod';
import { RequestError } from './request-error.ts';

/** A server that has not answered by then counts as away. */
const TIMEOUT_MS = 10_000;

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How to ask. */
export interface RequestOptions {
  method?: Method;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Lets the request outlive the page, for what is sent while leaving. */
  keepalive?: boolean;
  /** As what this page reads the call that is asked about. */
  reader?: ReaderRole;
  /** Default 10 s. */
  timeoutMs?: number;
}

/** Asks our API and parses the answer; throws `RequestError`. */
export async function request<S extends z.ZodType>(
  schema: S,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<S>> {
  const response = await send(path, options);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw RequestError.unreadable();
  return parsed.data;
}

/** Asks our API for something whose answer has no content; throws `RequestError`. */
export async function command(path: string, options: RequestOptions = {}): Promise<void> {
  await send(path, { method: 'POST', ...options });
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, signal, keepalive, reader, timeoutMs = TIMEOUT_MS } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      ...(reader && { [READER_HEADER]: reader }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(keepalive ? { keepalive } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw RequestError.offline();
  });
  if (!response.ok) throw await RequestError.fromResponse(response);
  return response;
}
