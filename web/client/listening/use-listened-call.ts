'use client';
import type { CallState } from '@agent/calls';
import type { CallId, CallView } from '@agent/protocol';
import { type CallFeed, type CallFeedStatus, useCallFeed, useCallState } from '@agent/ui/live';
import type { Room } from 'livekit-client';
import { useEffect, useMemo, useState } from 'react';
import { callSource } from '../call/call-source.ts';
import { readCallView } from '../http/call-api.ts';
import { RequestError } from '../http/request-error.ts';
import { messagesOf } from './supervisor-room.ts';

/** A call as a supervisor follows it who is in its room. */
export interface ListenedCall {
  /** null: not read yet. */
  view: CallView | null;
  call: CallState;
  feed: CallFeed;
  status: CallFeedStatus;
}

/** Follows a call by its log and by what its room tells, as its agent's desk does. */
export function useListenedCall(callId: CallId, room: Room): ListenedCall {
  const source = useMemo(
    () => ({ ...callSource({ callId, reader: 'supervisor' }), messages: messagesOf(room) }),
    [callId, room],
  );
  const feed = useCallFeed(source);
  const { call, status } = useCallState(feed);
  const view = useView(callId, `${call.phase} ${call.agentName}`);
  return { view, call, feed, status };
}

const RETRY_MS = 2_000;

/** What the server says of a call, read again with each change of what it depends on. */
function useView(callId: CallId, moment: string): CallView | null {
  const [view, setView] = useState<CallView | null>(null);
  useEffect(() => {
    const going = new AbortController();
    const read = async () => {
      try {
        setView(await readCallView({ callId, reader: 'supervisor' }, going.signal));
      } catch (error) {
        // Whether the call may still be read, its log tells.
        const mayCome = error instanceof RequestError && error.retryable && !going.signal.aborted;
        if (mayCome) timer = setTimeout(() => void read(), RETRY_MS);
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    void read();
    return () => {
      going.abort();
      clearTimeout(timer);
    };
  }, [callId, moment]);
  return view;
}
