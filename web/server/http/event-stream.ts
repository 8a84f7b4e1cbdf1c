import 'server-only';
import { errorFields } from '../log.ts';
import type { Services } from '../services.ts';

/** Timings of a stream; tests shorten them. */
export interface EventStreamTimings {
  /** The state is sent this often in any case, which is also the sign of life. Default 5 s. */
  everyMs: number;
  /** The browser connects anew after this time, which renews its session. Default 10 min. */
  longestMs: number;
}

export const defaultTimings = {
  everyMs: 5_000,
  longestMs: 10 * 60_000,
} as const satisfies EventStreamTimings;

export interface EventStreamOptions {
  /** Name in meters and logs. */
  name: 'agent' | 'customer' | 'call-customer';
  /** Ends the stream when the browser goes. */
  signal: AbortSignal;
  /** The state to send now; undefined ends the stream. */
  state(): Promise<unknown>;
  /** Asks to be told of changes. */
  subscribe(onChange: () => void): () => void;
  /** Sends `null` in place of a state that cannot be read, so that it can be said. Default: a comment. */
  tellsUnreadable?: boolean;
  timings?: EventStreamTimings;
}

const retryAfterMs = 2_000;
/** Chunks that may wait in a connection that does not drain before it is given up. */
const mostWaiting = 32;

/**
 * Sends the state as server-sent events: now, when it has changed and every few seconds. A change that
 * shows nothing new to this reader sends nothing, so that the rhythm tells nothing of it either.
 */
export function eventStream(
  services: Pick<Services, 'log' | 'metrics' | 'stopping'>,
  options: EventStreamOptions,
): Response {
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      close = pushStates(services, options, controller);
    },
    cancel: () => close(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function pushStates(
  { log, metrics, stopping }: Pick<Services, 'log' | 'metrics' | 'stopping'>,
  options: EventStreamOptions,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const { name, signal, state, subscribe, tellsUnreadable, timings = defaultTimings } = options;
  const encoder = new TextEncoder();
  let isOpen = true;
  let isPushing = false;
  let isStale = false;
  let isDue = true;
  let sent = '';
  const timer = setInterval(pushInAnyCase, timings.everyMs);
  const end = setTimeout(close, timings.longestMs);
  const unsubscribe = subscribe(pushNews);
  const gone = AbortSignal.any([signal, stopping.signal]);
  gone.addEventListener('abort', close, { once: true });
  metrics.openStreams.inc({ stream: name });
  send(`retry: ${retryAfterMs}\n\n`);
  pushInAnyCase();
  if (gone.aborted) close();
  return close;

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
    const text = await read();
    if (text === undefined) return close();
    if (isNewsAlone && text === sent) return;
    sent = text;
    send(text);
  }

  async function read(): Promise<string | undefined> {
    try {
      const current = await state();
      return current === undefined ? undefined : `data: ${JSON.stringify(current)}\n\n`;
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
    gone.removeEventListener('abort', close);
    metrics.openStreams.dec({ stream: name });
    try {
      controller.close();
    } catch (error) {
      // A cancelled stream is closed already.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
