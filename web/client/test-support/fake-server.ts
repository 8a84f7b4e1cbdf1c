import type { CallView } from '@agent/protocol';
import { aCallId, aQueueId } from '@agent/testing/ids';
import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Reply = { status: number; body?: unknown };
type Handler = (body: unknown, path: string, query: URLSearchParams) => Reply | Promise<Reply>;

export const fakeCallId = aCallId('0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10');

/** A call as our API shows it; what a test cares about is given. */
export function fakeCallView(part: Partial<CallView> = {}): CallView {
  return {
    callId: fakeCallId,
    queue: { id: aQueueId(), name: 'Main' },
    status: 'queued',
    viewer: 'customer',
    customerName: 'Maria Santos',
    agentName: null,
    transcribed: true,
    recorded: true,
    queuedAt: '2026-11-23T10:00:00.000Z',
    answeredAt: null,
    waitsAgainSince: null,
    endedAt: null,
    rated: false,
    wrapUp: null,
    contact: null,
    ...part,
  };
}

/** An answer of our API that is not a success. */
export function apiError(status: number, code: string, fields?: Record<string, string>): Reply {
  return {
    status,
    body: { error: { code, message: `It is ${code}.`, ...(fields && { fields }) } },
  };
}

/** Stands in for our server: answers `fetch` by "METHOD /path" and opens streams that a test feeds. */
export function fakeServer(routes: Record<string, Handler>) {
  const asked: { route: string; body: unknown; query: string }[] = [];
  const streams: FakeEventSource[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const [path = url, query = ''] = url.split('?');
    const route = `${init.method ?? 'GET'} ${path.replace(fakeCallId, ':id')}`;
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
    asked.push({ route, body, query });
    const answer = routes[route]?.(body, path, new URLSearchParams(query));
    const reply = (await untilAborted(answer, init.signal)) ?? apiError(404, 'not-found');
    const text = reply.body === undefined ? null : JSON.stringify(reply.body);
    return new Response(text, { status: reply.status });
  });
  vi.stubGlobal(
    'EventSource',
    class extends FakeEventSource {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  );
  return {
    routes,
    asked,
    /** Bodies sent to a route. */
    sent: (route: string) => asked.filter((one) => one.route === route).map((one) => one.body),
    /** Queries sent to a route. */
    queries: (route: string) => asked.filter((one) => one.route === route).map((one) => one.query),
    /** Sends a value to the stream that the page lives by: the oldest that is open. */
    push: (value: unknown) => act(async () => streams.find(isOpen)?.push(value)),
    /** Sends a value to the newest open stream whose address ends like this. */
    pushTo: (end: string, value: unknown) =>
      act(async () => streams.findLast((one) => isOpen(one) && one.url.endsWith(end))?.push(value)),
    /** Breaks every stream whose address ends like this. */
    breakStreams: (end: string) =>
      act(async () => {
        for (const one of streams.filter(({ url }) => url.endsWith(end))) one.onerror?.();
      }),
    /** Closes every stream whose address ends like this for a newer one. */
    replaceStreams: (end: string) =>
      act(async () => {
        for (const one of streams.filter((each) => isOpen(each) && each.url.endsWith(end)))
          one.replace();
      }),
    /** Addresses of the streams that are open. */
    openStreams: () => streams.filter(isOpen).map(({ url }) => url),
  };
}

/** What a browser does with a request that is given up: it fails at once. */
function untilAborted<T>(answer: T | Promise<T>, signal: AbortSignal | null | undefined) {
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
  return Promise.race([answer, aborted]);
}

function isOpen({ readyState }: FakeEventSource): boolean {
  return readyState === 1;
}

class FakeEventSource {
  readonly url: string;
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #listeners = new Map<string, () => void>();

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, listener);
  }

  /** What the server says when newer windows of the same person have taken the stream's place. */
  replace(): void {
    this.#listeners.get('replaced')?.();
  }

  push(value: unknown): void {
    this.onmessage?.({ data: JSON.stringify(value) });
  }

  close(): void {
    this.readyState = 2;
  }
}
