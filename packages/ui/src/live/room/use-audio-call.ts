'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { AudioCall, type AudioCallState } from './audio-call.ts';
import { createLivekitRoom } from './livekit-room.ts';
import type { CreateMediaRoom, RoomTicket } from './media-room.ts';

/** Which call to be in, and how. */
export interface UseAudioCallOptions {
  /** Identity of the call: another value is another call with fresh state. */
  callId: string;
  /** True while this browser should be in the room. */
  active: boolean;
  held: boolean;
  getAccess(signal: AbortSignal): Promise<RoomTicket | 'refused'>;
  microphoneId?: string | null;
  speakerId?: string | null;
  /** Whether to join muted. Default false. */
  muted?: boolean;
  /** Default: LiveKit. */
  createRoom?: CreateMediaRoom;
}

/** State and commands of the audio of a call. `call` is stable for as long as `callId` is. */
export interface UseAudioCall {
  call: AudioCall;
  state: AudioCallState;
}

/** Is in the room of a call for as long as it is active, and cleans up on unmount. */
export function useAudioCall(options: UseAudioCallOptions): UseAudioCall {
  const { callId, active, held } = options;
  const latest = useRef(options);
  latest.current = options;
  // Another call id is another call with fresh state; the other options are read through `latest`.
  const call = useMemo(
    () =>
      new AudioCall({
        createRoom: (events) => (latest.current.createRoom ?? createLivekitRoom)(events),
        getAccess: (signal) => latest.current.getAccess(signal),
        microphoneId: latest.current.microphoneId ?? null,
        speakerId: latest.current.speakerId ?? null,
        muted: latest.current.muted ?? false,
      }),
    [callId],
  );
  const state = useSyncExternalStore(call.subscribe, call.getState, call.getState);
  useEffect(() => call.setHeld(held), [call, held]);
  useEffect(() => {
    if (!active) return;
    call.start();
    return call.stop;
  }, [call, active]);
  return { call, state };
}
