import type { ConnectionQuality } from '../../connection-badge/connection.ts';

/** What a browser needs to join a room. */
export interface RoomTicket {
  url: string;
  token: string;
}

/** Why a room closed: we left, another tab with the same identity took over, or it broke. */
export type RoomClosed = 'left' | 'moved' | 'lost';

/** What a room tells us. Called at any time between `connect` and `closed`. */
export interface MediaRoomEvents {
  reconnecting(): void;
  reconnected(): void;
  closed(reason: RoomClosed): void;
  /** Whether the other side is in the room; a supervisor who has joined is not it. */
  remotePresent(present: boolean): void;
  /** The browser refuses to play sound until the person has clicked somewhere. */
  playbackBlocked(blocked: boolean): void;
  /** As the server measures it for the own connection. */
  quality(quality: ConnectionQuality): void;
  /** The microphone could not be opened. */
  microphoneFailed(error: unknown): void;
  /** The microphone's device is gone and it is silent by itself: `setMicrophone` is called again. */
  microphoneLost(): void;
  message(payload: Uint8Array, meta: { topic: string | undefined; hasSender: boolean }): void;
}

/** One attempt at being in a room: the part of a media SDK that a call needs. */
export interface MediaRoom {
  connect(ticket: RoomTicket): Promise<void>;
  /**
   * Publishes the microphone the first time, mutes and unmutes it afterwards. One call after another;
   * `close` ends one that is under way, also while the browser asks for permission.
   */
  setMicrophone(enabled: boolean, deviceId: string | null): Promise<void>;
  /**
   * Changes to another device. A microphone that is not open, or is muted, is not opened by this: the
   * device is noted for when it is. `close` ends one that is under way.
   */
  switchDevice(kind: 'audioinput' | 'audiooutput', deviceId: string): Promise<void>;
  /** Whether anybody else is heard: the other side, and a supervisor who has joined. */
  setRemoteAudible(audible: boolean): void;
  /** Must run inside a click handler to satisfy autoplay rules. */
  startPlayback(): Promise<void>;
  /** Loudness now, 0–1; `remote` is the other side's alone. */
  level(side: 'own' | 'remote'): number;
  /**
   * Leaves and lets go of the microphone at once, also of one that the browser grants afterwards. Harmless
   * when called twice or before `connect` has finished.
   */
  close(): Promise<void>;
}

/** Makes a room that is not connected yet and tells these events from then on. */
export type CreateMediaRoom = (events: MediaRoomEvents) => MediaRoom;
