import {
  type Reader,
  type RoomIdentities,
  readersOf,
  type Speaker,
  sides,
  speakers,
  supervisorIdentity,
} from '@agent/protocol';
import type { CallListener } from '@agent/store';

/** Under which identity everybody of a call is in its room, as far as the bot knows. */
export interface Identities {
  /** The two sides, who are told what happens in the call. */
  readers(): readonly Reader[];
  /** The supervisors who are told as well; the sides do not learn who they are, nor that they are. */
  supervisors(): readonly string[];
  /** Who a participant is: one of the sides, or the supervisor who has joined them; undefined for anybody else. */
  speakerOf(identity: string): Speaker | undefined;
  /** Who can be heard in the call now, or would be if they were there. */
  speakers(): readonly Speaker[];
  /** Takes note that the agent has signed in again; tells whether its identity is another now. */
  setAgent(identity: string): boolean;
  /** Takes note of who of the supervisors may follow the call now; tells whether somebody has joined it. */
  setListeners(listeners: readonly CallListener[]): boolean;
}

/** Starts with the identities that the call had when it was claimed, and no supervisor. */
export function createIdentities({ customerIdentity, agentIdentity }: RoomIdentities): Identities {
  let agent = agentIdentity;
  let supervisors: readonly string[] = [];
  let joined: string | undefined;
  const readers = () => readersOf({ customerIdentity, agentIdentity: agent });
  return {
    readers,
    supervisors: () => supervisors,
    speakerOf(identity) {
      if (identity === joined) return 'supervisor';
      return readers().find((reader) => reader.identity === identity)?.role;
    },
    speakers: () => (joined === undefined ? sides : speakers),
    setAgent(identity) {
      if (identity === agent) return false;
      agent = identity;
      return true;
    },
    setListeners(listeners) {
      const before = joined;
      supervisors = listeners.map(({ monitorId }) => supervisorIdentity(monitorId));
      const joining = listeners.find(({ hasJoined }) => hasJoined);
      joined = joining && supervisorIdentity(joining.monitorId);
      return joined !== undefined && joined !== before;
    },
  };
}
