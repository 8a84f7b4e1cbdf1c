import type { CallId, CallStatus, CallView, CustomerStreamState } from '@agent/protocol';
import { aCallId, aQueueId } from '@agent/testing/ids';
import type { Fetch } from './web-client.ts';

/** A web app in memory with one call, for tests. */
export interface FakeWeb {
  fetch: Fetch;
  callId: CallId;
  /** "METHOD path" of each request, in order. */
  requests: string[];
  /** Bodies of JSON requests, by path. */
  bodies: Map<string, unknown>;
  setStatus(status: CallStatus): void;
}

/** Creates a fake web app whose call is in `status`; the stream ends with each change. */
export function createFakeWeb(status: CallStatus = 'queued'): FakeWeb {
  const callId = aCallId();
  const requests: string[] = [];
  const bodies = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  let now = status;

  const view = (): CallView => ({ ...emptyView, callId, status: now });
  const streamState = (): CustomerStreamState => ({
    call: view(),
    position: 1,
    estimatedWaitMs: null,
    agentsOnline: 1,
  });
  const answers: Record<string, (init: RequestInit) => Response> = {
    'GET /api/queues': () => Response.json({ queues: [openQueue] }),
    'POST /api/calls': () =>
      Response.json(view(), { status: 201, headers: { 'set-cookie': 'call=secret; HttpOnly' } }),
    [`GET /api/calls/${callId}`]: () => Response.json(view()),
    [`GET /api/calls/${callId}/stream`]: (init) => stream(init),
    [`POST /api/calls/${callId}/token`]: () =>
      Response.json({ url: 'ws://127.0.0.1:7880', token: 'token', identity: 'customer' }),
    [`POST /api/calls/${callId}/heartbeat`]: () => Response.json({ status: now, lastSeq: 1 }),
    [`POST /api/calls/${callId}/hangup`]: () => {
      now = 'wrap-up';
      return new Response(null, { status: 204 });
    },
    [`POST /api/calls/${callId}/leave`]: () => new Response(null, { status: 204 }),
    [`POST /api/calls/${callId}/rating`]: () => new Response(null, { status: 204 }),
  };

  function stream(init: RequestInit): Response {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const push = () =>
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(streamState())}\n\n`));
        listeners.add(push);
        init.signal?.addEventListener('abort', () => {
          listeners.delete(push);
          controller.error(init.signal?.reason);
        });
        push();
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  return {
    callId,
    requests,
    bodies,
    setStatus: (next) => {
      now = next;
      for (const push of listeners) push();
    },
    fetch: async (url, init) => {
      init.signal?.throwIfAborted();
      const { pathname } = new URL(url);
      const route = `${init.method} ${pathname}`;
      requests.push(route);
      if (typeof init.body === 'string') bodies.set(pathname, JSON.parse(init.body));
      const isMine =
        ['GET /api/queues', 'POST /api/calls'].includes(route) ||
        new Headers(init.headers).has('cookie');
      const answer = isMine ? answers[route] : undefined;
      return answer?.(init) ?? Response.json(notFound, { status: 404 });
    },
  };
}

const openQueue = {
  id: aQueueId(),
  name: 'Main',
  language: 'en',
  recorded: true,
  recordingNotice: '',
  noticeVersion: '2',
};
const emptyView = {
  queue: { id: openQueue.id, name: openQueue.name },
  viewer: 'customer',
  customerName: 'James Carter',
  agentName: null,
  transcribed: true,
  recorded: true,
  queuedAt: '2026-11-23T20:00:00Z',
  answeredAt: null,
  waitsAgainSince: null,
  endedAt: null,
  rated: false,
  wrapUp: null,
  contact: null,
} as const;
const notFound = { error: { code: 'not-found', message: 'There is no such call.' } };
