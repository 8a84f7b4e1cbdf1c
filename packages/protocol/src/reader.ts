import type { Audience, Speaker } from './roles.ts';

/** As what somebody reads a call. */
export type ReaderRole = Speaker;

/**
 * Header by which a page says as what it reads a call: one browser can hold both sides. Without it the
 * server takes the side that the sender is on.
 */
export const READER_HEADER = 'x-reader';

/** Somebody who follows a call in its room. */
export interface Reader {
  role: ReaderRole;
  audience: Audience;
  /** Name in the room. */
  identity: string;
}

/** What identities begin with that belong to neither side of a call. */
export const identityPrefixes = { bot: 'bot-', supervisor: 'sup-' } as const;

/** Whether a participant of a call's room is one of its two sides, and not a bot or a supervisor. */
export function isSideIdentity(identity: string): boolean {
  return !Object.values(identityPrefixes).some((prefix) => identity.startsWith(prefix));
}

/** Names in the room of a call. */
export interface RoomIdentities {
  customerIdentity: string;
  /** null: the call has not been answered. */
  agentIdentity: string | null;
}

/** Which events of a call somebody may see who reads it as this. */
export function audienceFor(role: ReaderRole): Audience {
  return role === 'customer' ? 'public' : 'staff';
}

/** Everybody who is told at once what happens in a call. */
export function readersOf({ customerIdentity, agentIdentity }: RoomIdentities): Reader[] {
  const identities = { customer: customerIdentity, agent: agentIdentity };
  return (['customer', 'agent'] as const).flatMap((role) => {
    const identity = identities[role];
    return identity === null ? [] : { role, audience: audienceFor(role), identity };
  });
}
