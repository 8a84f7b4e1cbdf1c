import { type CallId, type DataMessage, decodeDataMessage, type RoomAccess } from '@agent/protocol';

/** A data message as it left the server. */
export interface SentMessage {
  callId: CallId;
  identity: string;
  /** undefined: what was sent is no message of ours. */
  message: DataMessage | undefined;
}

/** The web server's `Rooms` in memory: which there are, who was told what, who was put out. */
export class FakeRooms {
  readonly names = new Set<string>();
  readonly sent: SentMessage[] = [];
  readonly removed: { callId: CallId; identity: string }[] = [];
  /** Identities that are in a room, as far as a test says so. */
  readonly inside = new Set<string>();
  /** Every request fails. */
  isDown = false;
  /** Every request stays without an answer. */
  isFrozen = false;

  async open(callId: CallId): Promise<void> {
    await this.#reached();
    this.names.add(callId);
  }

  /** Never fails: tokens are minted without LiveKit. */
  async access(_callId: CallId, identity: string): Promise<RoomAccess> {
    return { url: 'ws://127.0.0.1:7880', token: `token-of-${identity}`, identity };
  }

  async participants(_callId: CallId): Promise<string[]> {
    await this.#reached();
    return [...this.inside];
  }

  async send(callId: CallId, identity: string, message: Uint8Array): Promise<void> {
    await this.#reached();
    this.sent.push({ callId, identity, message: decodeDataMessage(message) });
  }

  async remove(callId: CallId, identity: string): Promise<boolean> {
    await this.#reached();
    this.removed.push({ callId, identity });
    return this.inside.delete(identity);
  }

  async close(callId: CallId): Promise<void> {
    await this.#reached();
    this.names.delete(callId);
  }

  async list(): Promise<string[]> {
    await this.#reached();
    return [...this.names];
  }

  async #reached(): Promise<void> {
    if (this.isFrozen) await new Promise<never>(() => undefined);
    if (this.isDown) throw new Error('LiveKit cannot be reached.');
  }
}
