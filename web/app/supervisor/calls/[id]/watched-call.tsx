'use client';
import { isTalkOver } from '@agent/calls';
import type { CallId } from '@agent/protocol';
import { assistAt } from '@agent/ui/live';
import { useRoomContext } from '@livekit/components-react';
import { type ReactNode, useEffect } from 'react';
import { useCallCustomer } from '#client/customer-record/use-call-customer.ts';
import { type ListenedCall, useListenedCall } from '#client/listening/use-listened-call.ts';
import { useSteadyClock } from '#client/supervision/use-steady-clock.ts';
import { CallScreen } from '../../../agent/call-screen.tsx';
import type { OverCall } from './stay-ended.tsx';
import { StaySkeleton } from './stay-skeleton.tsx';

/** A call as far as it can be shown. */
export type WatchedCall = ListenedCall & { view: NonNullable<ListenedCall['view']> };

/** What stands around the agent's screen. */
export interface WatchedCallProps {
  callId: CallId;
  /** The talk has ended. */
  onOver: (over: OverCall) => void;
  /** The server says that the call is not ours to read any more. */
  onUnreadable: () => void;
  notices: (watched: WatchedCall) => ReactNode;
  bar: (watched: WatchedCall) => ReactNode;
}

/** The agent's screen as it is now, from its own components and the same log. Nothing of it can be pressed. */
export function WatchedCall({ callId, onOver, onUnreadable, notices, bar }: WatchedCallProps) {
  const room = useRoomContext();
  const listened = useListenedCall(callId, room);
  const customer = useCallCustomer(callId);
  const { view, call, status } = listened;
  useEnd(listened, onOver);
  useEffect(() => {
    if (status === 'refused' && !isTalkOver(call)) onUnreadable();
  }, [status, call, onUnreadable]);
  const nowMs = useSteadyClock();
  if (!view) return <StaySkeleton isAway={status === 'away'} />;
  const watched = { ...listened, view };
  return (
    <CallScreen
      moment={{ view, call }}
      assist={assistAt(call, nowMs)}
      customer={customer}
      agentName={agentNameOf(watched)}
      queueName={view.queue.name}
      lookingOn
      notices={(why) => (
        <div className="call-notices" aria-live="polite">
          {notices(watched)}
          {why}
        </div>
      )}
      bar={bar(watched)}
    />
  );
}

/** Who has the call, or had it last. */
export function agentNameOf({ view, call }: WatchedCall): string {
  return call.agentName ?? view.agentName ?? 'Agent';
}

function useEnd({ view, call }: ListenedCall, onOver: (over: OverCall) => void): void {
  const isOver = isTalkOver(call);
  const { answeredAtMs, endedAtMs } = call;
  useEffect(() => {
    if (!isOver) return;
    onOver({
      customerName: view?.customerName ?? 'the customer',
      agentName: call.agentName ?? view?.agentName ?? 'The agent',
      talkedMs: answeredAtMs === null || endedAtMs === null ? null : endedAtMs - answeredAtMs,
    });
  }, [isOver, answeredAtMs, endedAtMs, view, call.agentName, onOver]);
}
