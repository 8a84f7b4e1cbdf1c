import type { EncodedMessage } from '@agent/protocol';

/** Delivers bytes to the named participants of a room, and to nobody else. */
export type SendBytes = (bytes: Uint8Array, identities: readonly string[]) => Promise<void>;

/** Why a message did not go out. Messages are an accelerator: readers find the loss by `seq`. */
export type UnsentReason = 'too-large' | 'room-away' | 'behind';

export interface DataSenderOptions {
  /** The way into the room; undefined while the bot is not in it. */
  room: () => SendBytes | undefined;
  onUnsent: (reason: UnsentReason, error?: unknown) => void;
}

/** Sends one of our messages to explicit identities; undefined stands for one that is too large. */
export type SendData = (
  bytes: EncodedMessage | undefined,
  identities: readonly string[],
) => Promise<void>;

/** The one place from which data messages leave the bot. */
export function createDataSender({ room, onUnsent }: DataSenderOptions): SendData {
  return async (bytes, identities) => {
    // LiveKit takes an empty list for "everyone in the room".
    if (identities.length === 0) throw new RangeError('A data message needs a destination.');
    if (!bytes) return onUnsent('too-large');
    const send = room();
    if (!send) return onUnsent('room-away');
    try {
      await send(bytes, identities);
    } catch (error) {
      onUnsent('room-away', error);
    }
  };
}
