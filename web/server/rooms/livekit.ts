import 'server-only';
import { type CallId, DATA_TOPIC, type RoomAccess } from '@agent/protocol';
import { SteadyRoomClient, signRoomToken } from '@agent/rooms';
import { DataPacket_Kind } from 'livekit-server-sdk';
import type { WebEnv } from '../env-schema.ts';

/**
 * As what somebody is in the room of a call. A `listener` hears, and is told of to nobody; who has `joined`
 * is a supervisor whom both sides see and hear.
 */
export type RoomPart = 'side' | 'listener' | 'joined';

/** What this server wants of LiveKit; a room is named after its call. */
export interface Rooms {
  /** Creates the room of a call, or leaves the one that is there. */
  open(callId: CallId): Promise<void>;
  /** Mints a token that lets one participant in as this; no room is made by it. */
  access(callId: CallId, identity: string, as: RoomPart): Promise<RoomAccess>;
  /** Names of everybody who is in the room of a call, hidden or not; empty when there is none. */
  participants(callId: CallId): Promise<string[]>;
  /** Sends a data message to one participant; harmless when it is not there. */
  send(callId: CallId, identity: string, message: Uint8Array): Promise<void>;
  /** Puts one participant out; tells whether it was there. */
  remove(callId: CallId, identity: string): Promise<boolean>;
  /** Ends the room for all; harmless when there is none. */
  close(callId: CallId): Promise<void>;
  /** Names of the rooms there are. */
  list(): Promise<string[]>;
}

const tokenLifetimeSeconds = 5 * 60;
/** A supervisor asks anew each time, so that its token is of no use for long. */
const supervisorTokenSeconds = 30;
const requestTimeoutSeconds = 3;
/** Both sides, and a supervisor who joins them: the limit of a room that is open cannot be raised. */
const mostParticipants = 3;
/** A room without participants stays so long, for a page that reloads or a phone in a tunnel. */
const emptyRoomSeconds = 90;

/** Rooms of a LiveKit server; tokens are signed by the given clock. */
export function createLiveKitRooms(
  env: Pick<
    WebEnv,
    'LIVEKIT_URL' | 'LIVEKIT_PUBLIC_URL' | 'LIVEKIT_API_KEY' | 'LIVEKIT_API_SECRET'
  >,
  now: () => Date = () => new Date(),
): Rooms {
  const signing = { apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET, now };
  const client = new SteadyRoomClient(env.LIVEKIT_URL, signing, {
    requestTimeout: requestTimeoutSeconds,
    failover: false,
  });
  return {
    async open(callId) {
      await client.createRoom({
        name: callId,
        maxParticipants: mostParticipants,
        emptyTimeout: emptyRoomSeconds,
        departureTimeout: emptyRoomSeconds,
      });
    },
    async access(callId, identity, as) {
      const isListener = as === 'listener';
      const token = await signRoomToken(signing, {
        identity,
        video: isListener ? listenerGrant(callId) : participantGrant(callId),
        lifetimeSeconds: as === 'side' ? tokenLifetimeSeconds : supervisorTokenSeconds,
        // Any other kind is counted, and refused where the room is full.
        ...(isListener && { kind: 'agent' }),
      });
      return { url: env.LIVEKIT_PUBLIC_URL, token, identity };
    },
    async send(callId, identity, message) {
      if (identity === '') throw new Error('A data message without destination would go to all.');
      const destinationIdentities = [identity];
      const options = { destinationIdentities, topic: DATA_TOPIC };
      await unlessMissing(client.sendData(callId, message, DataPacket_Kind.RELIABLE, options));
    },
    async remove(callId, identity) {
      return unlessMissing(client.removeParticipant(callId, identity));
    },
    async close(callId) {
      await unlessMissing(client.deleteRoom(callId));
    },
    async participants(callId) {
      try {
        return (await client.listParticipants(callId)).map(({ identity }) => identity);
      } catch (error) {
        if (!isMissing(error)) throw error;
        return [];
      }
    },
    async list() {
      return (await client.listRooms()).map((room) => room.name);
    },
  };
}

/** Microphone only: all that browsers tell each other goes through our servers. */
function participantGrant(callId: CallId) {
  return {
    roomJoin: true,
    room: callId,
    canPublish: true,
    canPublishSources: ['microphone'],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  };
}

/** To hear, and nothing else: others learn neither that it is there nor anything from it. */
function listenerGrant(callId: CallId) {
  return {
    roomJoin: true,
    room: callId,
    hidden: true,
    canPublish: false,
    canPublishSources: [],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  };
}

/** Tells whether what the request is about was there. */
async function unlessMissing(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (!isMissing(error)) throw error;
    return false;
  }
}

/** A refusal of LiveKit, told by what it carries: bundlers may give the client two classes of it. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 404;
}
