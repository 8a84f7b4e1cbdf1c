'use client';
import { Button, Notice } from '@agent/ui';
import type { CallFeedStatus } from '@agent/ui/live';
import { useAudioPlayback, useConnectionState, useRoomContext } from '@livekit/components-react';
import { connectionWord } from '#client/listening/supervisor-room.ts';

/** What is not as it should be, in words, with the way out. */
export function ListeningNotices({ status }: { status: CallFeedStatus }) {
  const room = useRoomContext();
  const connection = connectionWord(useConnectionState(room));
  const { canPlayAudio, startAudio } = useAudioPlayback(room);
  return (
    <>
      {connection === 'connected' && !canPlayAudio ? (
        <Notice
          tone="warning"
          title="Your browser keeps the sound off"
          action={
            <Button variant="primary" onClick={() => void startAudio()}>
              Turn the sound on
            </Button>
          }
        >
          It wants one click from you first.
        </Notice>
      ) : null}
      {connection === 'reconnecting' ? (
        <Notice tone="warning" title="Reconnecting…">
          The connection is weak. You hear the call again by itself.
        </Notice>
      ) : null}
      {status === 'away' ? (
        <Notice tone="warning" title="The server cannot be reached">
          You can keep listening. What is missing here is fetched as soon as it is back.
        </Notice>
      ) : null}
    </>
  );
}
