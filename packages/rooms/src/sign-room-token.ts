import { SignJWT } from 'jose';

/** Who signs, and by which clock: LiveKit refuses tokens that its own is more than a minute off. */
export interface RoomSigning {
  apiKey: string;
  apiSecret: string;
  now: () => Date;
}

/** What a token says, in the words of LiveKit's tokens. */
export interface RoomTokenClaims {
  video: Record<string, unknown>;
  identity?: string;
  /** `agent` is LiveKit's word for a bot; default: a person. */
  kind?: 'agent';
  lifetimeSeconds: number;
}

/** Signs a token for LiveKit by the given clock; the SDK takes that of the machine. */
export async function signRoomToken(
  { apiKey, apiSecret, now }: RoomSigning,
  { video, identity, kind, lifetimeSeconds }: RoomTokenClaims,
): Promise<string> {
  const issuedAt = Math.floor(now().getTime() / 1000);
  const jwt = new SignJWT(kind === undefined ? { video } : { video, kind })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(apiKey)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds);
  if (identity !== undefined) jwt.setSubject(identity);
  return jwt.sign(new TextEncoder().encode(apiSecret));
}
