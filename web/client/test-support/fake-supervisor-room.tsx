import { DATA_TOPIC, encodeDataMessage } from '@agent/ui/live';
import { act } from '@testing-library/react';
import type { DisconnectReason } from 'livekit-client';
import { type ReactNode, useSyncExternalStore } from 'react';

type DataMessage = Parameters<typeof encodeDataMessage>[0];

interface RoomProps {
  token?: string;
  audio?: unknown;
  onDisconnected?: (reason?: DisconnectReason) => void;
  onError?: (error: Error) => void;
  children?: ReactNode;
}

/** LiveKit's components and the room they are in, as far as the pages of supervisors need them. */
function createFakeSupervisorRoom() {
  const listeners = new Set<[event: string, listener: (...told: never[]) => void]>();
  let props: RoomProps | null = null;
  const microphoneListeners = new Set<() => void>();
  const microphone = { isOpen: false, fails: null as Error | null };
  const fake = {
    connection: 'connected',
    canPlayAudio: true,
    /** Tokens of all rooms that were entered. */
    tokens: [] as string[],
    microphone,
  };
  const room = {
    get state() {
      return fake.connection;
    },
    on: (event: string, listener: () => void) => void listeners.add([event, listener]),
    off(event: string, listener: () => void) {
      for (const one of listeners)
        if (one[0] === event && one[1] === listener) listeners.delete(one);
    },
    disconnect: async () => undefined,
    localParticipant: {
      async setMicrophoneEnabled(isOpen: boolean) {
        if (isOpen && microphone.fails) throw microphone.fails;
        microphone.isOpen = isOpen;
        for (const listener of microphoneListeners) listener();
      },
    },
  };
  const emit = (event: string, ...told: unknown[]) => {
    for (const [name, listener] of [...listeners])
      if (name === event) listener(...(told as never[]));
  };
  return {
    ...{ fake, room },
    reset() {
      fake.tokens.length = 0;
      Object.assign(fake, { connection: 'connected', canPlayAudio: true });
      Object.assign(microphone, { isOpen: false, fails: null });
    },
    /** Stands in for `@livekit/components-react`. */
    components: {
      LiveKitRoom(given: RoomProps) {
        props = given;
        if (given.token && fake.tokens.at(-1) !== given.token) fake.tokens.push(given.token);
        return <div>{given.children}</div>;
      },
      useRoomContext: () => room,
      useConnectionState: () => fake.connection,
      useTracks: () => [],
      AudioTrack: () => null,
      useAudioPlayback: () => ({
        canPlayAudio: fake.canPlayAudio,
        startAudio: async () => undefined,
      }),
      useLocalParticipant: () => ({
        isMicrophoneEnabled: useSyncExternalStore(
          (listener) => {
            microphoneListeners.add(listener);
            return () => microphoneListeners.delete(listener);
          },
          () => microphone.isOpen,
        ),
        microphoneTrack: undefined,
      }),
    },
    /** Whether the page wants a microphone of the room's component. */
    wantsAudio: () => Boolean(props?.audio),
    out: (reason: DisconnectReason) => act(async () => props?.onDisconnected?.(reason)),
    tell: (message: DataMessage) =>
      act(async () =>
        emit('dataReceived', encodeDataMessage(message), undefined, undefined, DATA_TOPIC),
      ),
  };
}

/** The one that a test file puts in place of LiveKit: the test says what happens in it. */
export const fakeSupervisorRoom = createFakeSupervisorRoom();
