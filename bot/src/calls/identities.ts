import {
  type Reader,
  type RoomIdentities,
  readersOf,
  type Side,
  supervisorIdentity,
} from '@agent/protocol';
import type { CallListener } from '@agent/store';

/** Under which identity everybody of a call is in its room, as far as the bot knows. */
export interface Identities {
  /** The two sides, who are told what happens in the call. */
  readers(): readonly Reader[];
  /** The supervisors who are told as well; the sides do not learn who they are, nor that they are. */
  supervisors(): readonly string[];
  /** Which side a participant is; undefined for anybody else. */
  speakerOf(identity: string): Side | undefined;
  /** Takes note that the agent has signed in again; tells whether its identity is another now. */
  setAgent(identity: string): boolean;
  /** Takes note of who of the supervisors may follow the call now. */
  setListeners(listeners: readonly CallListener[]): void;
}

/** Starts with the identities that the call had when it was claimed, and no supervisor. */
export function createIdentities({ customerIdentity, agentIdentity }: RoomIdentities): Identities {
  let agent = agentIdentity;
  let supervisors: readonly string[] = [];
  const readers = () => readersOf({ customerIdentity, agentIdentity: agent });
  return {
    readers,
    supervisors: () => supervisors,
    speakerOf(identity) {
      const role = readers().find((reader) => reader.identity === identity)?.role;
      return role === 'supervisor' ? undefined : role;
    },
    setAgent(identity) {
      if (identity === agent) return false;
      agent = identity;
      return true;
    },
    setListeners(listeners) {
      supervisors = listeners.map(({ monitorId }) => supervisorIdentity(monitorId));
    },
  };
}
