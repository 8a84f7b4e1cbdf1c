'use client';
import type { CallState } from '@agent/calls';
import type { CallView } from '@agent/protocol';
import { Button, formatTimer, isoDuration, useNow, useShortcuts } from '@agent/ui';
import { CircleDot, CirclePause } from 'lucide-react';
import { pausedSinceMs, pauseLeftMs } from '#client/call/recording-pause.ts';
import type { Action } from '#client/http/use-action.ts';

/** Key of the button, while nobody types. */
export const RECORDING_SHORTCUT = 'P';

/** Pauses the recording, as for a payment, and says when it goes on by itself. */
export function RecordingControls({
  view,
  call,
  pause,
}: {
  view: CallView;
  call: CallState;
  pause: Action<[boolean]>;
}) {
  const { agreed, status } = call.recording;
  const isPaused = status === 'paused';
  const label = isPaused ? 'Resume recording' : 'Pause recording';
  const toggle = () => void pause.run(!isPaused);
  useShortcuts([
    { keys: RECORDING_SHORTCUT, label, run: toggle, disabled: !agreed || pause.pending },
  ]);
  const sinceMs = pausedSinceMs(view, call);
  if (!agreed) return null;
  return (
    <div className="recording-controls" data-state={status}>
      <Button
        icon={isPaused ? <CircleDot /> : <CirclePause />}
        shortcut={RECORDING_SHORTCUT}
        pending={pause.pending}
        data-active={isPaused || undefined}
        title={isPaused ? undefined : 'For a payment: what is said is left out of the recording'}
        onClick={toggle}
      >
        {label}
      </Button>
      {sinceMs === undefined ? null : <Reminder sinceMs={sinceMs} />}
    </div>
  );
}

/** Below this the countdown stands out. */
const SOON_MS = 60_000;

function Reminder({ sinceMs }: { sinceMs: number }) {
  const leftMs = pauseLeftMs(sinceMs, useNow(1000));
  return (
    <p className="recording-reminder" data-state={leftMs <= SOON_MS ? 'soon' : 'waiting'}>
      goes on by itself in{' '}
      <time role="timer" dateTime={isoDuration(leftMs)}>
        {formatTimer(leftMs)}
      </time>
    </p>
  );
}
