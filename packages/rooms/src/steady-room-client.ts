import { RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import { type RoomSigning, signRoomToken } from './sign-room-token.ts';

const requestLifetimeSeconds = 10 * 60;

/** The SDK's client of LiveKit's API, with requests signed by the given clock. */
export class SteadyRoomClient extends RoomServiceClient {
  readonly #signing: RoomSigning;

  constructor(
    url: string,
    signing: RoomSigning,
    requests: ConstructorParameters<typeof RoomServiceClient>[3],
  ) {
    super(url, signing.apiKey, signing.apiSecret, requests);
    this.#signing = signing;
  }

  override async authHeader(grant?: VideoGrant): Promise<Record<string, string>> {
    const video = { ...grant };
    const lifetimeSeconds = requestLifetimeSeconds;
    const token = await signRoomToken(this.#signing, { video, lifetimeSeconds });
    return { Authorization: `Bearer ${token}` };
  }
}
