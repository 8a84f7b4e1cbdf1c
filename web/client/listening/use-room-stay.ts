'use client';
import type { CallId, MonitorAccess } from '@agent/protocol';
import { useEffect, useMemo, useState } from 'react';
import { leaveRoom } from './monitor-api.ts';
import { RoomStay, type RoomStayState } from './room-stay.ts';

/** A stay in a room, as a page follows it. The functions never change. */
export type LiveRoomStay = Pick<RoomStay, 'start' | 'stop' | 'out'> & { state: RoomStayState };

/** How a page comes into a room. `enter` is a function that stays the same. */
export interface RoomStayWay {
  enter(callId: CallId): Promise<MonitorAccess>;
  comesBack: boolean;
}

/**
 * Stays in the room of a call for as long as the page is there and `wanted`. Going to another page, or
 * closing the window, tells the server.
 */
export function useRoomStay(callId: CallId, way: RoomStayWay, wanted: boolean): LiveRoomStay {
  const [state, setState] = useState<RoomStayState>({ phase: 'asking' });
  const { enter, comesBack } = way;
  const stay = useMemo(
    () =>
      new RoomStay({
        enter: () => enter(callId),
        leave: (monitorId) => leaveRoom(callId, monitorId),
        comesBack,
        onState: setState,
      }),
    [callId, enter, comesBack],
  );
  useEffect(() => {
    if (!wanted) return;
    stay.start();
    // A page that is kept for the way back is a new one when it comes back.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload();
    window.addEventListener('pagehide', stay.stop);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', stay.stop);
      window.removeEventListener('pageshow', comeBack);
      stay.stop();
    };
  }, [stay, wanted]);
  const { start, stop, out } = stay;
  return useMemo(() => ({ start, stop, out, state }), [start, stop, out, state]);
}
