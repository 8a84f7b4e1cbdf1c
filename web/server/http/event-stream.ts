import 'server-only';
import { errorFields } from '@agent/process';
import type { Services } from '../services.ts';
import { clientAddress } from './client-address.ts';
import type { StreamName } from './stream-places.ts';

/** Timings of a stream; tests shorten them. */
export interface EventStreamTimings {
  /** The state is sent this often in any case, which is also the sign of life. Default 5 s. */
  everyMs: number;
  /** The browser reconnects after this time, which renews its session. Default 10 min. */
  longestMs: number;
}

export const defaultTimings = {
  everyMs: 5_000,
  longestMs: 10 * 60_000,
} as const satisfies EventStreamTimings;

export interface EventStreamOptions {
  /** Name in meters and logs. */
  name: StreamName;
  /** Whose stream it is; of each kind one owner has a few at most, and the newest count. */
  owner: string;
  /** Its signal ends the stream when the browser goes. */
  request: Request;
  /** The state to send now; undefined ends the stream. When it is due something has to be sent. */
  state(isDue: boolean): Promise<unknown>;
  /** States are JSON already; of an empty one nothing is sent. */
  statesAreJson?: boolean;
  /** Asks to be told of changes. */
  subscribe(onChange: () => void): () => void;
  /** Sends `null` in place of a state that cannot be read, so that it can be said. Default: a comment. */
  tellsUnreadable?: boolean;
  timings?: EventStreamTimings;
}

const retryAfterMs = 2_000;
/** Chunks that may wait in a connection that does not drain before it is given up. */
const mostWaiting = 32;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

type StreamServices = Pick<
  Services,
  'env' | 'log' | 'meters' | 'stopping' | 'streamPlaces' | 'stateGates'
>;

/**
 * Sends the state as server-sent events: now, when it has changed and every few seconds. A change that
 * shows nothing new to this reader sends nothing, so that the rhythm tells nothing of it either. To
 * `HEAD` it answers that there is a stream, and opens none.
 */
export function eventStream(services: StreamServices, options: EventStreamOptions): Response {
  const { name: stream, owner, request } = options;
  if (request.method === 'HEAD') return new Response(null, { headers });
  let replace = () => {};
  const address = clientAddress(request.headers, services.env.TRUSTED_PROXY_HOPS);
  const onReplaced = () => replace();
  const leave = services.streamPlaces.take({ stream, owner, address, onReplaced });
  let close = leave;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      ({ close, replace } = pushStates(services, options, controller, leave));
    },
    cancel: () => close(),
  });
  return new Response(body, { headers });
}

function pushStates(
  { log, meters, stopping, stateGates }: StreamServices,
  options: EventStreamOptions,
  controller: ReadableStreamDefaultController<Uint8Array>,
  onClose: () => void,
): { close(): void; replace(): void } {
  const { name, request, state, subscribe, timings = defaultTimings } = options;
  const { tellsUnreadable = false, statesAreJson = false } = options;
  const encoder = new TextEncoder();
  let isOpen = true;
  let isPushing = false;
  let isStale = false;
  let isDue = true;
  let sent = '';
  const timer = setInterval(pushInAnyCase, timings.everyMs);
  const end = setTimeout(close, timings.longestMs);
  const unsubscribe = subscribe(pushNews);
  const gone = AbortSignal.any([request.signal, stopping.signal]);
  gone.addEventListener('abort', close, { once: true });
  meters.openStreams.inc({ stream: name });
  send(`retry: ${retryAfterMs}\n\n`);
  pushInAnyCase();
  if (gone.aborted) close();
  return { close, replace };

  /** The browser must not open it again by itself: two windows would take it from each other. */
  function replace(): void {
    send('event: replaced\ndata: null\n\n');
    close();
  }

  function pushInAnyCase(): void {
    isDue = true;
    pushNews();
  }

  function pushNews(): void {
    isStale = true;
    if (!isPushing) void pushWhileStale();
  }

  async function pushWhileStale(): Promise<void> {
    isPushing = true;
    while (isStale && isOpen) {
      isStale = false;
      const isNewsAlone = !isDue;
      isDue = false;
      await pushOnce(isNewsAlone);
    }
    isPushing = false;
  }

  async function pushOnce(isNewsAlone: boolean): Promise<void> {
    const text = await read(!isNewsAlone);
    if (text === undefined) return close();
    if (text === '' || (isNewsAlone && text === sent)) return;
    sent = text;
    send(text);
  }

  async function read(isDueNow: boolean): Promise<string | undefined> {
    try {
      const current = await stateGates[name](async () => (isOpen ? state(isDueNow) : undefined));
      if (current === undefined) return undefined;
      const json = statesAreJson ? String(current) : JSON.stringify(current);
      return json && `data: ${json}\n\n`;
    } catch (error) {
      log.warn({ stream: name, ...errorFields(error) }, 'stream has no state to send now');
      return tellsUnreadable ? 'data: null\n\n' : ': no news\n\n';
    }
  }

  function send(text: string): void {
    if (!isOpen) return;
    const isStuck = (controller.desiredSize ?? 0) < -mostWaiting;
    if (isStuck) close();
    else controller.enqueue(encoder.encode(text));
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(timer);
    clearTimeout(end);
    unsubscribe();
    onClose();
    gone.removeEventListener('abort', close);
    meters.openStreams.dec({ stream: name });
    try {
      controller.close();
    } catch (error) {
      // A cancelled stream is closed already.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
