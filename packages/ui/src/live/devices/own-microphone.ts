/** The part of a media library's local audio track that a microphone needs. */
export interface MicrophoneTrack {
  mute(): Promise<unknown>;
  unmute(): Promise<unknown>;
  /** Lets go of the device. Harmless when called twice. */
  stop(): void;
}

/** How a microphone is opened and sent. */
export interface MicrophoneSource<T extends MicrophoneTrack> {
  /** Opens a device; pending for as long as the browser asks the person. */
  open(deviceId: string | null): Promise<T>;
  /** Whether the device of the track gives sound, or would if it were not muted. */
  isOpen(track: T): boolean;
  /** Opens a device for a track whose own is gone. */
  reopen(track: T, deviceId: string | null): Promise<void>;
  /** Sends the track; does nothing when it is being sent. May stay pending for ever. */
  publish(track: T): Promise<void>;
  /** Changes the device of the track that is being sent. One that is not, or is muted, is only told of it. */
  switchTo(deviceId: string): Promise<void>;
  /** The media library has reopened a device for the same track. */
  onReopened(track: T, listener: () => void): void;
  /** The device of the track is gone, and the media library has found no other. */
  onLost(track: T, listener: () => void): void;
}

/** What the owner of a microphone hears of it. */
export interface MicrophoneEvents<T extends MicrophoneTrack> {
  /**
   * The sound comes from elsewhere now: a device was opened, by us or by the media library, as after a
   * headset was unplugged. Undefined: there is no sound any more.
   */
  sound(track: T | undefined): void;
  /** Its device is gone and it is silent, without anybody having asked for that. */
  lost(): void;
}

/** The microphone of one room. Its creator closes it. */
export interface OwnMicrophone<T extends MicrophoneTrack> {
  /** The open track, if there is one. */
  track(): T | undefined;
  /**
   * Opens and sends the microphone the first time, mutes and unmutes it afterwards; one whose device is gone
   * is opened again. One call after another. Rejects with what the browser said; resolves without effect
   * once the microphone is closed.
   */
  setEnabled(enabled: boolean, deviceId: string | null): Promise<void>;
  /** Changes the device of an open microphone. Resolves without effect once the microphone is closed. */
  switchTo(deviceId: string): Promise<void>;
  /**
   * Lets go of the device at once and for good: a track that the browser grants afterwards, or that is
   * opened again, is stopped when it arrives. Harmless when called twice.
   */
  close(): void;
}

/**
 * Owns the microphone from the request to the last stop. LiveKit (2.23) stops only what it has published:
 * a track that opens while a room is being left is kept live for 15 s, until its publication times out.
 */
export function createOwnMicrophone<T extends MicrophoneTrack>(
  source: MicrophoneSource<T>,
  events: MicrophoneEvents<T>,
): OwnMicrophone<T> {
  const closed = Promise.withResolvers<void>();
  let isClosed = false;
  let track: T | undefined;

  async function open(deviceId: string | null): Promise<void> {
    const opened = await source.open(deviceId);
    if (isClosed) opened.stop();
    else take(opened);
    source.onReopened(opened, () => {
      if (isClosed) opened.stop();
      else if (opened === track) events.sound(opened);
    });
    source.onLost(opened, () => {
      if (opened === track) events.lost();
    });
  }

  async function bringTo(enabled: boolean, deviceId: string | null): Promise<void> {
    if (isClosed || (!enabled && !track)) return;
    if (!track) await open(deviceId);
    else if (enabled && !source.isOpen(track)) await source.reopen(track, deviceId);
    if (!track) return;
    await (enabled ? track.unmute() : track.mute());
    await publish(track);
  }

  async function publish(opened: T): Promise<void> {
    if (isClosed) return;
    try {
      await source.publish(opened);
      // A publication that comes through after all has started timers of its own.
      if (isClosed) opened.stop();
    } catch (error) {
      opened.stop();
      take(undefined);
      throw error;
    }
  }

  function take(next: T | undefined): void {
    track = next;
    events.sound(next);
  }

  return {
    track: () => track,
    setEnabled: (enabled, deviceId) => Promise.race([bringTo(enabled, deviceId), closed.promise]),
    switchTo: (deviceId) => Promise.race([source.switchTo(deviceId), closed.promise]),
    close() {
      isClosed = true;
      closed.resolve();
      track?.stop();
      take(undefined);
    },
  };
}
