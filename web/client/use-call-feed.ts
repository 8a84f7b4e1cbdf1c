'use client';
import { type CallState, createCallState } from '@agent/calls';
import { useEffect, useMemo, useState } from 'react';
import { eventPage, heartbeat } from './call-api.ts';
import { CallFeed, type FeedState } from './call-feed.ts';

/** The state of a call, kept up to date for as long as the component is there. */
export function useCallFeed(callId: string): {
  state: CallState;
  status: FeedState['status'];
  feed: CallFeed;
} {
  const [{ call, status }, setState] = useState<FeedState>(() => ({
    call: createCallState(callId),
    status: 'loading',
  }));
  const feed = useMemo(
    () =>
      new CallFeed({
        callId,
        readPage: (after, signal) => eventPage(callId, after, signal),
        beat: (signal) => heartbeat(callId, signal),
        onState: setState,
      }),
    [callId],
  );
  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);
  return { state: call, status, feed };
}
