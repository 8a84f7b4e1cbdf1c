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
  /** Sends the track; does nothing when it is being sent. May stay pending for ever. */
  publish(track: T): Promise<void>;
  /** The media library has opened a device anew for the same track. */
  onReopened(track: T, listener: () => void): void;
}

/** The microphone of one room. Whoever creates it closes it. */
export interface OwnMicrophone<T extends MicrophoneTrack> {
  /** The open track, if there is one. */
  track(): T | undefined;
  /**
   * Opens and sends the microphone the first time, mutes and unmutes it afterwards. One call after
   * another. Rejects with what the browser said; resolves without effect once the microphone is closed.
   */
  setEnabled(enabled: boolean, deviceId: string | null): Promise<void>;
  /**
   * Lets go of the device at once and for good: a track that the browser grants afterwards, or that is
   * opened anew, is stopped when it arrives. Harmless when called twice.
   */
  close(): void;
}

/**
 * Owns the microphone from the request to the last stop. LiveKit (2.23) stops only what it has published:
 * a track that opens while a room is being left is kept live for 15 s, until its publication times out.
 */
export function createOwnMicrophone<T extends MicrophoneTrack>(
  source: MicrophoneSource<T>,
): OwnMicrophone<T> {
  const closed = Promise.withResolvers<void>();
  let isClosed = false;
  let track: T | undefined;

  async function open(deviceId: string | null): Promise<T | undefined> {
    const opened = await source.open(deviceId);
    const stopWhenClosed = () => {
      if (isClosed) opened.stop();
    };
    source.onReopened(opened, stopWhenClosed);
    stopWhenClosed();
    return isClosed ? undefined : opened;
  }

  async function bringTo(enabled: boolean, deviceId: string | null): Promise<void> {
    if (isClosed || (!enabled && !track)) return;
    track ??= await open(deviceId);
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
      track = undefined;
      throw error;
    }
  }

  return {
    track: () => track,
    setEnabled: (enabled, deviceId) => Promise.race([bringTo(enabled, deviceId), closed.promise]),
    close() {
      isClosed = true;
      closed.resolve();
      track?.stop();
      track = undefined;
    },
  };
}
