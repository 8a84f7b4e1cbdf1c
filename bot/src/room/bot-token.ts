import { randomUUID } from 'node:crypto';
import { type CallId, identityPrefixes } from '@agent/protocol';
import { type RoomSigning, signRoomToken } from '@agent/rooms';

/** The media server, and how its tokens are signed. */
export interface LiveKitAccess extends RoomSigning {
  url: string;
}

/** Only the first connect looks at the expiry. */
const TOKEN_LIFETIME_S = 5 * 60;

/**
 * Mints a token for the bot to hear one call unseen. Of kind `agent` (LiveKit's word for a bot), or
 * else it would be counted as a participant and keep the room open for ever.
 */
export function mintBotToken(access: LiveKitAccess, callId: CallId): Promise<string> {
  return signRoomToken(access, {
    identity: `${identityPrefixes.bot}${randomUUID()}`,
    kind: 'agent',
    lifetimeSeconds: TOKEN_LIFETIME_S,
    video: {
      room: callId,
      roomJoin: true,
      hidden: true,
      canSubscribe: true,
      canPublish: false,
      canPublishData: true,
    },
  });
}
