import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { AccessToken, type VideoGrant } from 'livekit-server-sdk';

/**
 * A token past our API, for somebody who can be noticed: tests that find nothing have to show that they
 * would find something.
 */
export async function controlToken(
  { livekit }: Stack,
  callId: CallId,
  identity: string,
  grant: Partial<VideoGrant> = {},
): Promise<string> {
  const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity, ttl: 60 });
  token.addGrant({ room: callId, roomJoin: true, canPublish: false, ...grant });
  return token.toJwt();
}
