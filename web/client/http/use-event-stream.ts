'use client';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { followEventStream, type StreamState } from './event-stream.ts';

/**
 * The newest value of a server-sent stream. A null `url` follows nothing; another `attempt` opens
 * the stream again.
 */
export function useEventStream<S extends z.ZodType>(
  url: string | null,
  schema: S,
  attempt = 0,
): StreamState<z.output<S>> {
  const [state, setState] = useState<StreamState<z.output<S>>>(nothingYet);
  useEffect(() => {
    setState(nothingYet());
    if (!url) return;
    const following = new AbortController();
    void followEventStream({ url, schema, onState: setState, signal: following.signal });
    return () => following.abort();
  }, [url, schema, attempt]);
  return state;
}

function nothingYet(): { data: null; connection: 'connecting' } {
  return { data: null, connection: 'connecting' };
}
