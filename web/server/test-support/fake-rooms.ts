import { type DataMessage, decodeDataMessage } from '@agent/protocol';
import type { Rooms } from '../rooms/livekit.ts';

/** A data message as it left this server. */
export interface SentMessage {
  callId: string;
  identity: string;
  message: DataMessage | undefined;
}

/** Rooms in memory; `isDown` makes every request fail. */
export class FakeRooms implements Rooms {
  readonly names = new Set<string>();
  readonly sent: SentMessage[] = [];
  readonly removed: { callId: string; identity: string }[] = [];
  /** Identities that are in a room, as far as a test says so. */
  readonly inside = new Set<string>();
  isDown = false;

  async open(callId: string): Promise<void> {
    this.#check();
    this.names.add(callId);
  }

  async access(_callId: string, identity: string) {
    return { url: 'ws://127.0.0.1:7880', token: `token-of-${identity}`, identity };
  }

  async send(callId: string, identity: string, message: Uint8Array): Promise<void> {
    this.#check();
    this.sent.push({ callId, identity, message: decodeDataMessage(message) });
  }

  async remove(callId: string, identity: string): Promise<boolean> {
    this.#check();
    this.removed.push({ callId, identity });
    return this.inside.delete(identity);
  }

  async close(callId: string): Promise<void> {
    this.#check();
    this.names.delete(callId);
  }

  async list(): Promise<string[]> {
    this.#check();
    return [...this.names];
  }

  #check(): void {
    if (this.isDown) throw new Error('LiveKit cannot be reached.');
  }
}
