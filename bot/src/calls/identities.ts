import { type Reader, type RoomIdentities, readersOf, type Side } from '@agent/protocol';

/** Under which identity each side of a call is in its room, as far as the bot knows. */
export interface Identities {
  /** Everybody who is told what happens in the call. */
  readers(): readonly Reader[];
  /** Which side a participant is; undefined for anybody else. */
  speakerOf(identity: string): Side | undefined;
  /** Takes note that the agent has signed in again; tells whether its identity is another now. */
  setAgent(identity: string): boolean;
}

/** Starts with the identities that the call had when it was claimed. */
export function createIdentities({ customerIdentity, agentIdentity }: RoomIdentities): Identities {
  let agent = agentIdentity;
  const readers = () => readersOf({ customerIdentity, agentIdentity: agent });
  return {
    readers,
    speakerOf(identity) {
      const role = readers().find((reader) => reader.identity === identity)?.role;
      return role === 'supervisor' ? undefined : role;
    },
    setAgent(identity) {
      if (identity === agent) return false;
      agent = identity;
      return true;
    },
  };
}
