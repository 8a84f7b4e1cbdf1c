'use client';
import type { CallView } from '@agent/protocol';
import { ConnectionBadge, Timer, TranscriptionBadge } from '@agent/ui';
import { type RefObject, useEffect, useRef } from 'react';
import type { LiveCall } from '../../client/use-call.ts';

/** Who, for how long, and whether everything works. */
export function CallHead({
  view,
  live,
  isOver,
}: {
  view: CallView;
  live: LiveCall;
  isOver: boolean;
}) {
  const { state, audio } = live;
  const { status, delayMs } = state.transcription;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusFromOffer(heading);
  return (
    <div className="call-head">
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {view.customerName}
      </h1>
      {view.answeredAt ? (
        <Timer
          aria-label="Length of the call"
          sinceMs={Date.parse(view.answeredAt)}
          untilMs={endOf(view, live)}
        />
      ) : null}
      <span className="call-head-phase" role="status">
        {phaseWords(live, isOver)}
      </span>
      {isOver ? null : (
        <div className="call-head-badges">
          <TranscriptionBadge
            status={view.transcribed ? status : 'declined'}
            delayMs={delayMs}
            title={status === 'delayed' ? 'You can keep talking.' : undefined}
          />
          <ConnectionBadge state={audio.state.connection} quality={audio.state.quality} />
        </div>
      )}
    </div>
  );
}

/** The offer took focus and has gone with it: whoever accepted goes on from the call. */
function useFocusFromOffer(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [heading]);
}

function endOf(view: CallView, live: LiveCall): number | null {
  return view.endedAt ? Date.parse(view.endedAt) : live.state.endedAtMs;
}

function phaseWords({ state, audio }: LiveCall, isOver: boolean): string {
  if (isOver) return 'call ended';
  if (state.phase === 'held') return 'on hold';
  if (audio.state.connection === 'connected' && !audio.state.remotePresent) {
    return 'waiting for the customer’s sound';
  }
  return 'on call';
}
