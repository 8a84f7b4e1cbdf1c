'use client';
import type { CallId } from '@agent/protocol';
import { AudioLevelMeter, Button, useShortcuts } from '@agent/ui';
import { Ear, LogOut, Mic, MicOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { levelOf } from '#client/listening/track-level.ts';
import type { OwnMicrophone } from '#client/listening/use-microphone.ts';

/** Mute, the own level, and the ways out; the call goes on without us. */
export function SpeakingBar({
  callId,
  microphone,
  muted,
  onMutedChange,
  held,
  onHeldChange,
  onLeave,
}: {
  callId: CallId;
  microphone: OwnMicrophone;
  muted: boolean;
  onMutedChange: (muted: boolean) => void;
  /** Whether the call is on hold: nobody hears anybody then. */
  held: boolean;
  onHeldChange: (held: boolean) => void;
  onLeave: (href: string) => void;
}) {
  const { track } = microphone;
  const subscribe = useMemo(() => levelOf(track), [track]);
  const toggle = () => onMutedChange(!muted);
  useEffect(() => onHeldChange(held), [held, onHeldChange]);
  useShortcuts([{ keys: 'M', label: 'Mute or unmute', run: toggle }]);
  return (
    <div className="speaking-bar">
      <Button
        icon={muted ? <MicOff /> : <Mic />}
        aria-pressed={muted}
        shortcut="M"
        onClick={toggle}
      >
        {muted ? 'Unmute' : 'Mute'}
      </Button>
      <AudioLevelMeter caption="You" subscribe={subscribe} muted={muted || held} />
      <div className="speaking-ways">
        <Button icon={<Ear />} onClick={() => onLeave(`/supervisor/calls/${callId}`)}>
          Leave, and listen on
        </Button>
        <Button icon={<LogOut />} variant="danger" onClick={() => onLeave('/supervisor')}>
          Leave the conversation
        </Button>
      </div>
    </div>
  );
}
