import { sides } from './closed-lists.ts';
import type { Audience, Speaker } from './roles.ts';

/** As what somebody reads a call: one of its sides, or a supervisor who listens or has joined them. */
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

/** Both sides, who are told at once what happens in a call. */
export function readersOf({ customerIdentity, agentIdentity }: RoomIdentities): Reader[] {
  const identities = { customer: customerIdentity, agent: agentIdentity };
  return sides.flatMap((role) => {
    const identity = identities[role];
    return identity === null ? [] : { role, audience: audienceFor(role), identity };
  });
}

/**
 * The supervisors of these names in the room, who are told apart from the sides: the addressees of a message
 * can be read by each of them.
 */
export function supervisorReaders(identities: readonly string[]): Reader[] {
  const role = 'supervisor';
  return identities.map((identity) => ({ role, audience: audienceFor(role), identity }));
}

/** Name in the room of a supervisor who listens to a call or has joined it, by its row in `call_monitors`. */
export function supervisorIdentity(monitorId: string): string {
  return `${identityPrefixes.supervisor}${monitorId}`;
}
