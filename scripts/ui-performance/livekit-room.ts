import { join } from 'node:path';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { startStack } from '../start-stack.ts';

/** One room of a LiveKit server of its own. */
export interface LivekitRoom {
  url: string;
  tokenFor(identity: string): Promise<string>;
  close(): Promise<void>;
}

const name = 'performance';

/** Starts a LiveKit server as the product does and opens a room for two. */
export async function openLivekitRoom(workDir: string): Promise<LivekitRoom> {
  const stack = await startStack({
    dataDir: join(workDir, 'livekit'),
    only: ['livekit'],
    ports: 'free',
    quiet: true,
    // Also where the product has a LiveKit given from outside.
    env: { LIVEKIT_URL: '' },
  });
  const { url, apiKey, apiSecret } = stack.livekit;
  await new RoomServiceClient(url, apiKey, apiSecret).createRoom({ name });
  return {
    url,
    async tokenFor(identity) {
      const token = new AccessToken(apiKey, apiSecret, { identity });
      token.addGrant({ room: name, roomJoin: true, canPublish: true, canSubscribe: true });
      return token.toJwt();
    },
    close: () => stack.close(),
  };
}
