import { apiErrorSchema } from '@agent/protocol';
import type { z } from 'zod';

/** The part of `fetch` that is used, so that a test can pass its own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The web app refused a request, or could not be reached; the message says what it said. */
export class WebClientError extends Error {
  override readonly name = 'WebClientError';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** One request to the web app. */
export interface WebRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form; takes the place of `json`. */
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** Speaks HTTP with the web app as one browser would: keeps its cookies and names its origin. */
export interface WebClient {
  /** Answers with whatever is not an error; throws a `WebClientError` otherwise. */
  send(path: string, request?: WebRequest): Promise<Response>;
  /** The same, with the body parsed. */
  read<T>(schema: z.ZodType<T>, path: string, request?: WebRequest): Promise<T>;
}

/** Creates a client with an empty cookie jar. */
export function createWebClient(options: { webUrl: string; fetch?: Fetch }): WebClient {
  const base = options.webUrl.replace(/\/+$/u, '');
  const doFetch = options.fetch ?? fetch;
  const cookies = new Map<string, string>();

  async function send(path: string, request: WebRequest = {}): Promise<Response> {
    const response = await answerOf(doFetch, base + path, initOf(base, cookies, request));
    keepCookies(cookies, response);
    if (response.status >= 400) throw await refusal(path, response);
    return response;
  }

  return {
    send,
    read: async (schema, path, request) => {
      const response = await send(path, request);
      const parsed = schema.safeParse(await response.json());
      if (parsed.success) return parsed.data;
      throw new WebClientError(response.status, `${path} answered in a shape not known here.`);
    },
  };
}

function initOf(base: string, cookies: Map<string, string>, request: WebRequest): RequestInit {
  const headers = new Headers({ origin: new URL(base).origin });
  if (cookies.size > 0) {
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  }
  const init: RequestInit = { method: request.method ?? 'GET', headers, redirect: 'manual' };
  if (request.signal) init.signal = request.signal;
  if (request.form) init.body = new URLSearchParams(request.form);
  else if (request.json !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(request.json);
  }
  return init;
}

async function answerOf(doFetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await doFetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new WebClientError(0, `Nothing answers at ${new URL(url).origin}.`);
  }
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    if (name === undefined || value === undefined) continue;
    if (value === '' || /;\s*max-age=0/iu.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

async function refusal(path: string, response: Response): Promise<WebClientError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = apiErrorSchema.safeParse(body);
  const reason = parsed.success ? parsed.data.error.message : 'without a reason';
  return new WebClientError(response.status, `${path} was refused (${response.status}): ${reason}`);
}
