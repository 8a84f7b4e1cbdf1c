'use client';
import type { CallId } from '@agent/protocol';
import { AppShell } from '@agent/ui';
import { usePathname } from 'next/navigation';
import { useCallback, useState } from 'react';
import { startListening } from '#client/listening/monitor-api.ts';
import { type RoomStayWay, useRoomStay } from '#client/listening/use-room-stay.ts';
import { hasPolicyOf } from '../../../own-policy.tsx';
import { ListeningHead } from './listening-head.tsx';
import { ListeningScreen } from './listening-screen.tsx';
import { SilentBand } from './silent-band.tsx';
import { type OverCall, StayEnded } from './stay-ended.tsx';
import { StaySkeleton } from './stay-skeleton.tsx';
import { SupervisorRoom } from './supervisor-room.tsx';

const way: RoomStayWay = { enter: startListening, comesBack: true };

/** Listening to a call: from the way in to its end. There is no microphone on this page. */
export function ListeningPage({ callId }: { callId: CallId }) {
  const [over, setOver] = useState<OverCall | null>(null);
  // In another document the browser would not keep the microphone from us: it is being loaded anew.
  const isReady = hasPolicyOf(usePathname());
  const stay = useRoomStay(callId, way, isReady && over === null);
  const { state, out, start } = stay;
  const onUnreadable = useCallback(() => out('removed'), [out]);
  const access = state.phase === 'inside' && over === null ? state.access : null;
  return (
    <AppShell variant="desk" className="listening-page" header={<ListeningHead />}>
      <h1 className="visually-hidden">Listening to a call</h1>
      <SilentBand agentTold={access?.agentTold ?? false} />
      {access ? (
        <SupervisorRoom key={access.monitorId} access={access} onOut={out}>
          <ListeningScreen
            callId={callId}
            access={access}
            onOver={setOver}
            onUnreadable={onUnreadable}
          />
        </SupervisorRoom>
      ) : over || state.phase === 'ended' ? (
        <StayEnded
          callId={callId}
          over={over}
          state={state}
          againWords="Listen again"
          again={start}
        />
      ) : (
        <StaySkeleton isAway={state.phase === 'away'} />
      )}
    </AppShell>
  );
}
