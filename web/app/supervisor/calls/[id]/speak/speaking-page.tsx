'use client';
import type { CallId } from '@agent/protocol';
import { AppShell } from '@agent/ui';
import { usePathname } from 'next/navigation';
import { useCallback, useState } from 'react';
import { joinConversation } from '#client/listening/monitor-api.ts';
import { type RoomStayWay, useRoomStay } from '#client/listening/use-room-stay.ts';
import { hasPolicyOf } from '../../../../own-policy.tsx';
import { type OverCall, StayEnded } from '../stay-ended.tsx';
import { StaySkeleton } from '../stay-skeleton.tsx';
import { SupervisorRoom } from '../supervisor-room.tsx';
import { BeforeSpeaking } from './before-speaking.tsx';
import { SpeakingBand } from './speaking-band.tsx';
import { SpeakingScreen } from './speaking-screen.tsx';
import { useReadiness } from './use-readiness.ts';

/** Who was put out is not heard again by itself. */
const way: RoomStayWay = { enter: joinConversation, comesBack: false };

/** In the conversation of a call: asked for, heard by both, and left again while the call goes on. */
export function SpeakingPage({ callId }: { callId: CallId }) {
  const [over, setOver] = useState<OverCall | null>(null);
  const isOwn = hasPolicyOf(usePathname());
  const readiness = useReadiness(callId, isOwn);
  const isIn = readiness.step === 'ready' && over === null;
  const { state, out, start } = useRoomStay(callId, way, isIn);
  const onUnreadable = useCallback(() => out('removed'), [out]);
  const { stepBack } = readiness;
  const leave = useCallback(
    (href: string) => {
      stepBack();
      window.location.assign(href);
    },
    [stepBack],
  );
  return (
    <AppShell variant="desk" className="listening-page">
      <h1 className="visually-hidden">In the conversation of a call</h1>
      {!isIn && !over ? (
        <>
          <SpeakingBand state="not-yet" />
          <BeforeSpeaking callId={callId} readiness={readiness} />
        </>
      ) : isIn && state.phase === 'inside' ? (
        <SupervisorRoom key={state.access.monitorId} access={state.access} onOut={out}>
          <SpeakingScreen
            callId={callId}
            access={state.access}
            onOver={setOver}
            onUnreadable={onUnreadable}
            onLeave={leave}
          />
        </SupervisorRoom>
      ) : (
        <>
          <SpeakingBand state="not-yet" />
          {over || state.phase === 'ended' ? (
            <StayEnded
              callId={callId}
              over={over}
              state={state}
              againWords="Join again, and be heard"
              again={start}
            />
          ) : (
            <StaySkeleton isAway={state.phase === 'away'} />
          )}
        </>
      )}
    </AppShell>
  );
}
