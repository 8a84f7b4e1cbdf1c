'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { CallFeed } from './call-feed.ts';
import type { CallFeedState, CallReading } from './call-reading.ts';
import type { CallMessages, CallSource } from './call-source.ts';

/**
 * Keeps a call up to date for as long as the component is there, for all hooks that are given the
 * feed. A feed is handed back as it is: its maker runs it.
 */
export function useCallFeed(source: CallSource | CallFeed): CallFeed {
  return useReading<CallFeed>(source);
}

/** A reading as it is, or a feed of its own for a source. */
export function useCallReading(source: CallSource | CallReading): CallReading {
  return useReading<CallReading>(source);
}

function useReading<R extends CallReading>(source: CallSource | R): CallFeed | R {
  const given = 'getState' in source ? source : undefined;
  const own = 'getState' in source ? undefined : source;
  const latest = useRef(own);
  latest.current = own;
  const { callId } = source;
  const feed = useMemo(
    () => (given ? undefined : createFeed(callId, () => latest.current)),
    [given, callId],
  );
  useEffect(() => {
    feed?.start();
    return () => feed?.stop();
  }, [feed]);
  const messages = own?.messages;
  useEffect(() => (messages ? feed?.follow(messages) : undefined), [feed, messages]);
  return (given ?? feed) as CallFeed | R;
}

/** Brings the messages of a room into a feed, for where the room needs what the feed knows (a hold). */
export function useCallMessages(feed: CallFeed, messages: CallMessages | undefined): void {
  useEffect(() => (messages ? feed.follow(messages) : undefined), [feed, messages]);
}

/** All that is known of the call of a reading. The same objects for as long as nothing changes. */
export function useCallState(reading: CallReading): CallFeedState {
  return useSyncExternalStore(reading.subscribe, reading.getState, reading.getState);
}

/** Asks the newest functions of the component; whether there are any is known from the first render. */
function createFeed(callId: string, latest: () => CallSource | undefined): CallFeed {
  return new CallFeed({
    callId,
    get readEvents() {
      return latest()?.readEvents;
    },
    get readLastSeq() {
      return latest()?.readLastSeq;
    },
  });
}
