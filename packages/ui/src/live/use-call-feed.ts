'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { CallFeed, type CallFeedState } from './call-feed.ts';
import type { CallMessages, CallSource } from './call-source.ts';

/**
 * Keeps a call up to date for as long as the component is there, for all hooks that are given the
 * feed. A feed is handed back as it is: whoever made it runs it.
 */
export function useCallFeed(source: CallSource | CallFeed): CallFeed {
  const given = source instanceof CallFeed ? source : undefined;
  const own = source instanceof CallFeed ? undefined : source;
  const latest = useRef(own);
  latest.current = own;
  const { callId } = source;
  const feed = useMemo(() => given ?? createFeed(callId, () => latest.current), [given, callId]);
  useEffect(() => {
    if (given) return;
    feed.start();
    return () => feed.stop();
  }, [given, feed]);
  useCallMessages(feed, own?.messages);
  return feed;
}

/** Brings the messages of a room into a feed, for where the room needs what the feed knows (a hold). */
export function useCallMessages(feed: CallFeed, messages: CallMessages | undefined): void {
  useEffect(() => (messages ? feed.follow(messages) : undefined), [feed, messages]);
}

/** All that is known of the call of a feed. The same objects for as long as nothing changes. */
export function useCallState(feed: CallFeed): CallFeedState {
  return useSyncExternalStore(feed.subscribe, feed.getState, feed.getState);
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
