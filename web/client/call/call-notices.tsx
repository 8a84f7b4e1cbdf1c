'use client';
import { type CallState, isTalkOver, isWaitingAgain } from '@agent/calls';
import { Button, Notice } from '@agent/ui';
import type { AudioCall, AudioCallState } from '@agent/ui/live';
import type { ReactNode } from 'react';
import { audioMessages, isMicrophoneProblem } from './audio-messages.ts';
import { SupervisorNotice } from './supervisor-notice.tsx';
import type { LiveCall } from './use-call.ts';
import { useLasting } from './use-lasting.ts';

/** A reload of the other side's page, or its way from the offer into the call, takes less. */
const MISSED_AFTER_MS = 3_000;

/** Everything that is not as it should be on a call, in words, with the way out. */
export function CallNotices({
  live,
  other,
  problem,
  children,
}: {
  live: LiveCall;
  /** How the other side is called. */
  other: string;
  /** What went wrong with the last thing that was asked for. */
  problem?: string | null;
  /** More of the kind. */
  children?: ReactNode;
}) {
  const { audio, state, feedStatus } = live;
  const isAlone = isWaitingAgain(state);
  return (
    <div className="call-notices" aria-live="polite">
      {problem ? <Notice tone="error" title={problem} /> : null}
      <ConnectionNotice audio={audio.state} call={audio.call} />
      <SoundNotice audio={audio.state} call={audio.call} />
      {isAlone ? null : <OtherSideNotice audio={audio.state} other={other} />}
      {feedStatus === 'away' && !isAlone ? (
        <Notice tone="warning" title="The server cannot be reached">
          You can keep talking. What is missing here is fetched as soon as it is back.
        </Notice>
      ) : null}
      <SupervisorNotice state={state} />
      {children}
      <TranscriptionNotice state={state} />
    </div>
  );
}

function ConnectionNotice({ audio, call }: { audio: AudioCallState; call: AudioCall }): ReactNode {
  switch (audio.connection) {
    case 'moved':
      return (
        <Notice
          tone="warning"
          title="The call has moved to another tab"
          action={
            <Button size="sm" variant="primary" onClick={call.start}>
              Take it back here
            </Button>
          }
        >
          You are heard there. Only one tab at a time can be on the call.
        </Notice>
      );
    case 'reconnecting':
      return (
        <Notice tone="warning" title="Reconnecting…">
          The connection is weak. Stay on this page; the call goes on by itself.
        </Notice>
      );
    case 'lost':
      return (
        <Notice tone="error" title={audioMessages['connection-failed'].title}>
          {audioMessages['connection-failed'].body}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="info" title={audioMessages['access-refused'].title}>
          {audioMessages['access-refused'].body}
        </Notice>
      );
    default:
      return null;
  }
}

function SoundNotice({ audio, call }: { audio: AudioCallState; call: AudioCall }): ReactNode {
  const { problem } = audio;
  if (audio.connection !== 'connected') return null;
  if (audio.playbackBlocked) {
    return (
      <Notice
        tone="warning"
        title="Your browser keeps the sound off"
        action={
          <Button variant="primary" onClick={() => void call.startPlayback()}>
            Turn the sound on
          </Button>
        }
      >
        It wants one click from you first.
      </Notice>
    );
  }
  if (!problem || problem === 'connection-failed') return null;
  const { title, body } = audioMessages[problem];
  return (
    <Notice
      tone="warning"
      title={title}
      action={
        isMicrophoneProblem(problem) ? (
          <Button size="sm" onClick={call.retryMicrophone}>
            Try again
          </Button>
        ) : null
      }
    >
      {isMicrophoneProblem(problem) ? `Nobody can hear you. ${body}` : body}
    </Notice>
  );
}

function OtherSideNotice({ audio, other }: { audio: AudioCallState; other: string }): ReactNode {
  const isAlone = audio.connection === 'connected' && !audio.remotePresent;
  if (!useLasting(isAlone, MISSED_AFTER_MS)) return null;
  return (
    <Notice tone="warning" title={`${other} is not connected now`}>
      You hear each other again as soon as they are back. If they stay away, the call ends by
      itself.
    </Notice>
  );
}

/** Text that is only late is told by the badge: a notice would move what is being read. */
function TranscriptionNotice({ state }: { state: CallState }): ReactNode {
  const isOff = state.transcribed && state.transcription.status === 'off';
  if (!isOff || isTalkOver(state) || isWaitingAgain(state)) return null;
  return (
    <Notice tone="warning" title="Transcription is off for now">
      You can keep talking. It goes on as soon as it can.
    </Notice>
  );
}
