'use client';
import type { CallId, MonitorAccess } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import { useConnectionState, useRoomContext } from '@livekit/components-react';
import { useState } from 'react';
import { audioMessages } from '#client/call/audio-messages.ts';
import { connectionWord } from '#client/listening/supervisor-room.ts';
import { type OwnMicrophone, useMicrophone } from '#client/listening/use-microphone.ts';
import { HelpNotice } from '../help-notice.tsx';
import { ListeningNotices } from '../listening-notices.tsx';
import type { OverCall } from '../stay-ended.tsx';
import { useVoices, Voices } from '../voices.tsx';
import { WatchedCall } from '../watched-call.tsx';
import { type Heard, SpeakingBand } from './speaking-band.tsx';
import { SpeakingBar } from './speaking-bar.tsx';

const fullVolume = { customer: 1, agent: 1 };

/** Inside the room of a call, heard by both sides. */
export function SpeakingScreen({
  callId,
  access,
  onOver,
  onUnreadable,
  onLeave,
}: {
  callId: CallId;
  access: MonitorAccess;
  onOver: (over: OverCall) => void;
  onUnreadable: () => void;
  onLeave: (href: string) => void;
}) {
  const room = useRoomContext();
  const connection = connectionWord(useConnectionState(room));
  const [muted, setMuted] = useState(false);
  const [held, setHeld] = useState(false);
  const microphone = useMicrophone(room, !muted && !held);
  const { refs } = useVoices(access);
  return (
    <>
      <SpeakingBand state={heardOf({ connection, muted, held, microphone })} />
      <Voices refs={refs} customerIdentity={access.customerIdentity} volumes={fullVolume} />
      <WatchedCall
        callId={callId}
        onOver={onOver}
        onUnreadable={onUnreadable}
        notices={(watched) => (
          <>
            <ListeningNotices status={watched.status} />
            <HelpNotice watched={watched} />
            <MicrophoneNotice microphone={microphone} />
          </>
        )}
        bar={({ call }) => (
          <SpeakingBar
            callId={callId}
            microphone={microphone}
            muted={muted}
            onMutedChange={setMuted}
            held={call.phase === 'held'}
            onHeldChange={setHeld}
            onLeave={onLeave}
          />
        )}
      />
    </>
  );
}

function heardOf({
  connection,
  muted,
  held,
  microphone,
}: {
  connection: ReturnType<typeof connectionWord>;
  muted: boolean;
  held: boolean;
  microphone: OwnMicrophone;
}): Heard {
  if (connection === 'connecting') return 'not-yet';
  if (connection === 'reconnecting') return 'reconnecting';
  if (held) return 'held';
  if (muted && !microphone.isOpen) return 'muted';
  if (microphone.problem) return 'no-microphone';
  return microphone.isOpen ? 'heard' : 'not-yet';
}

function MicrophoneNotice({ microphone: { problem, retry } }: { microphone: OwnMicrophone }) {
  if (!problem) return null;
  const { title, body } = audioMessages[problem];
  return (
    <Notice
      tone="warning"
      title={title}
      action={
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
      }
    >
      {body}
    </Notice>
  );
}
