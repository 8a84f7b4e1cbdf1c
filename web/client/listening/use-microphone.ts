'use client';
import { type AudioProblem, microphoneProblem } from '@agent/ui/live';
import { useConnectionState, useLocalParticipant } from '@livekit/components-react';
import { ConnectionState, LocalAudioTrack, type Room } from 'livekit-client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** The own microphone in a room. */
export interface OwnMicrophone {
  track: LocalAudioTrack | undefined;
  /** Whether something of it goes out now. */
  isOpen: boolean;
  problem: AudioProblem | null;
  retry(): void;
}

/** Opens the own microphone in a room while `wanted`, one change after another. */
export function useMicrophone(room: Room, wanted: boolean): OwnMicrophone {
  const connection = useConnectionState(room);
  const { isMicrophoneEnabled, microphoneTrack } = useLocalParticipant({ room });
  const [problem, setProblem] = useState<AudioProblem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const work = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (connection !== ConnectionState.Connected) return;
    let isNewest = true;
    work.current = work.current.then(async () => {
      if (!isNewest) return;
      const found = await room.localParticipant
        .setMicrophoneEnabled(wanted)
        .then(() => null, microphoneProblem);
      if (isNewest) setProblem(found);
    });
    return () => {
      isNewest = false;
    };
  }, [room, connection, wanted, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const track = microphoneTrack?.track;
  return {
    track: track instanceof LocalAudioTrack ? track : undefined,
    isOpen: isMicrophoneEnabled,
    problem,
    retry,
  };
}
