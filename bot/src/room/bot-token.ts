import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { AccessToken } from 'livekit-server-sdk';

export interface LiveKitAccess {
  url: string;
  apiKey: string;
  apiSecret: string;
}

/** Only the first connect looks at the expiry. */
const TOKEN_LIFE = '5m';

/**
 * Mints a token for the bot to hear one call unseen. Of kind `agent` (LiveKit's word for a bot), or
 * else it would be counted as a participant and keep the room open for ever.
 */
export async function mintBotToken(access: LiveKitAccess, callId: CallId): Promise<string> {
  const token = new AccessToken(access.apiKey, access.apiSecret, {
    identity: `bot-${randomUUID()}`,
    ttl: TOKEN_LIFE,
  });
  token.kind = 'agent';
  token.addGrant({
    room: callId,
    roomJoin: true,
    hidden: true,
    canSubscribe: true,
    canPublish: false,
    canPublishData: true,
  });
  return token.toJwt();
}
