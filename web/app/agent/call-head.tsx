'use client';
import { isWaitingAgain, type SupervisorSpell } from '@agent/calls';
import { Badge, ConnectionBadge, Timer, TranscriptionBadge } from '@agent/ui';
import type { AudioCallState } from '@agent/ui/live';
import { Ear } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { RecordingBadge } from '#client/call/recording-badge.tsx';
import { type CallMoment, endOfTalk, isAfterTalk } from './call-moment.ts';

/** Who, for how long, and whether everything works. */
export function CallHead({
  moment,
  queueName,
  audio,
}: {
  moment: CallMoment;
  queueName?: string | undefined;
  audio?: AudioCallState | undefined;
}) {
  const { view, call, nowMs } = moment;
  const { status, delayMs } = call.transcription;
  const isOver = isAfterTalk(moment);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusFromOffer(heading);
  return (
    <div className="call-head">
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {view.customerName}
      </h2>
      {queueName ? (
        <span className="call-head-queue">
          <span className="visually-hidden">Queue </span>
          <bdi title={queueName}>{queueName}</bdi>
        </span>
      ) : null}
      {view.answeredAt ? (
        <Timer
          aria-label="Length of the call"
          sinceMs={Date.parse(view.answeredAt)}
          untilMs={endOfTalk(moment)}
          nowMs={nowMs}
        />
      ) : null}
      <span className="call-head-phase" role="status">
        {phaseWords(moment, audio)}
      </span>
      <Listeners listening={call.supervision.listening} />
      {isOver ? null : (
        <div className="call-head-badges">
          <TranscriptionBadge
            status={view.transcribed ? status : 'declined'}
            delayMs={delayMs}
            title={status === 'delayed' ? 'You can keep talking.' : undefined}
          />
          <RecordingBadge recording={call.recording} viewer="staff" />
          {audio ? <ConnectionBadge state={audio.connection} quality={audio.quality} /> : null}
        </div>
      )}
    </div>
  );
}

/** The offer took focus and has gone with it: the agent who accepted goes on from the call. */
function useFocusFromOffer(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [heading]);
}

/** Who listens, where agents are told. */
function Listeners({ listening }: { listening: readonly SupervisorSpell[] }) {
  const names = [...new Set(listening.flatMap((one) => (one.endMs === null ? one.name : [])))];
  return (
    <span className="call-head-listeners" role="status">
      {names.length > 0 ? <Badge icon={<Ear />}>{listenWords(names)}</Badge> : null}
    </span>
  );
}

function listenWords(names: readonly string[]): string {
  if (names.length > 2) return `${names.length} supervisors listen`;
  return `${names.join(' and ')} ${names.length > 1 ? 'listen' : 'listens'}`;
}

function phaseWords(moment: CallMoment, audio: AudioCallState | undefined): string {
  if (moment.call.phase === 'abandoned') return 'the customer left the line';
  if (isAfterTalk(moment)) return 'call ended';
  if (isWaitingAgain(moment.call)) return 'waiting for another agent';
  if (moment.call.phase === 'held') return 'on hold';
  if (audio?.connection === 'connected' && !audio.remotePresent) {
    return 'waiting for the customer’s sound';
  }
  return 'on call';
}
