import { backOffMs, waitUnlessWoken } from '@agent/ui/live';
import type { z } from 'zod';

/** The part of `EventSource` that a stream needs; tests script it. */
export type StreamSource = Pick<EventSource, 'close' | 'readyState'> & {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: (() => void) | null;
  addEventListener(type: 'replaced', listener: () => void): void;
};

/**
 * `unreadable`: open, but the server cannot read what it would tell, and tries again. `offline`:
 * broken, and being opened again. `refused`: not ours (any more), and given up. `replaced`: given up
 * for newer windows of the same person, so that they do not take it from each other.
 */
export type StreamConnection =
  | 'connecting'
  | 'open'
  | 'unreadable'
  | 'offline'
  | 'refused'
  | 'replaced';

/** The newest value of a stream, and whether it is fresh. */
export interface StreamState<T> {
  data: T | null;
  connection: StreamConnection;
}

/** How to follow a stream. */
export interface EventStreamOptions<S extends z.ZodType> {
  url: string;
  schema: S;
  onState(state: StreamState<z.output<S>>): void;
  signal: AbortSignal;
  open?: (url: string) => StreamSource;
  /** Whether the server refuses us, which `EventSource` does not tell. */
  isRefused?: (url: string) => Promise<boolean>;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
  /** A stream that says nothing for this long is broken; the server speaks every 5 s. Default 15 s. */
  silentMs?: number;
}

/**
 * Follows a server-sent stream for as long as the signal lets it: opens it again with back-off when
 * it breaks, and keeps the last value meanwhile. A value that does not fit the schema is dropped; null stands for one that
 * the server cannot read now.
 */
export async function followEventStream<S extends z.ZodType>(
  options: EventStreamOptions<S>,
): Promise<void> {
  const { url, signal, schema, onState } = options;
  const open = options.open ?? ((address) => new EventSource(address) as StreamSource);
  const isRefused = options.isRefused ?? serverRefuses;
  const wait = options.wait ?? waitUnlessWoken;
  const random = options.random ?? Math.random;
  const silentMs = options.silentMs ?? 15_000;
  let data: z.output<S> | null = null;
  let failures = 0;
  let isReadable = true;
  const tell = (connection: StreamConnection) => {
    if (!signal.aborted) onState({ data, connection });
  };
  while (!signal.aborted) {
    const end = await untilBroken(open(url), signal, silentMs, {
      onOpen: () => {
        failures = 0;
        tell(isReadable ? 'open' : 'unreadable');
      },
      onMessage: (text) => {
        const value = parseJson(text);
        const parsed = schema.safeParse(value);
        isReadable = value !== null;
        if (parsed.success) data = parsed.data;
        tell(isReadable ? 'open' : 'unreadable');
      },
    });
    if (end === 'replaced') return tell('replaced');
    failures += 1;
    // One break is nothing to worry about: the server ends long streams on purpose.
    if (failures > 1) {
      if (await isRefused(url)) return tell('refused');
      tell('offline');
    }
    await wait(backOffMs(failures, random()), signal);
  }
}

function untilBroken(
  source: StreamSource,
  signal: AbortSignal,
  silentMs: number,
  on: { onOpen(): void; onMessage(text: unknown): void },
): Promise<'broken' | 'replaced'> {
  return new Promise((resolve) => {
    const end = (how: 'broken' | 'replaced') => {
      clearTimeout(silence);
      source.close();
      signal.removeEventListener('abort', onBroken);
      resolve(how);
    };
    const onBroken = () => end('broken');
    let silence = setTimeout(onBroken, silentMs);
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(onBroken, silentMs);
    };
    signal.addEventListener('abort', onBroken);
    source.onopen = () => {
      heard();
      on.onOpen();
    };
    source.onmessage = (event) => {
      heard();
      on.onMessage(event.data);
    };
    // The browser's own retry has no back-off and none at all after an error status.
    source.onerror = onBroken;
    source.addEventListener('replaced', () => end('replaced'));
  });
}

async function serverRefuses(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, { method: 'HEAD', cache: 'no-store' });
    return [401, 403, 404].includes(status);
  } catch {
    return false;
  }
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
