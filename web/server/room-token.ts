import 'server-only';
import { SignJWT } from 'jose';
import { RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';

/** Who signs, and by which clock: LiveKit refuses tokens that its own is more than a minute off. */
export interface RoomTokenOptions {
  apiKey: string;
  apiSecret: string;
  now: () => Date;
}

/** What a token says, in the words of LiveKit's tokens. */
export interface RoomTokenClaims {
  video: Record<string, unknown>;
  identity?: string;
  lifetimeSeconds: number;
}

/** Signs a token for LiveKit by the given clock; the SDK takes that of the machine. */
export async function signRoomToken(
  { apiKey, apiSecret, now }: RoomTokenOptions,
  { video, identity, lifetimeSeconds }: RoomTokenClaims,
): Promise<string> {
  const issuedAt = Math.floor(now().getTime() / 1000);
  const jwt = new SignJWT({ video })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(apiKey)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds);
  if (identity !== undefined) jwt.setSubject(identity);
  return jwt.sign(new TextEncoder().encode(apiSecret));
}

const requestLifetimeSeconds = 10 * 60;

/** The SDK's client of LiveKit's API, with requests signed by the given clock. */
export class SteadyRoomClient extends RoomServiceClient {
  readonly #options: RoomTokenOptions;

  constructor(
    url: string,
    options: RoomTokenOptions,
    requests: ConstructorParameters<typeof RoomServiceClient>[3],
  ) {
    super(url, options.apiKey, options.apiSecret, requests);
    this.#options = options;
  }

  override async authHeader(grant?: VideoGrant): Promise<Record<string, string>> {
    const video = { ...grant };
    const lifetimeSeconds = requestLifetimeSeconds;
    const token = await signRoomToken(this.#options, { video, lifetimeSeconds });
    return { Authorization: `Bearer ${token}` };
  }
}
