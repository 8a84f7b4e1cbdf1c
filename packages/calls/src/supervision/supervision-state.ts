import type { CallEventData } from '@agent/protocol';
import type { Stretch } from '../stretch.ts';

/** A request of the agent for help. Milliseconds since the call was answered. */
export interface HelpState {
  id: string;
  seq: number;
  /** Empty: none was given. */
  reason: string;
  askedMs: number;
  /** Who sees to it; null: nobody yet. */
  taken: { by: string; atMs: number } | null;
  /** null while it is open. */
  ended: { how: CallEventData<'help.ended'>['how']; atMs: number } | null;
}

/** What a supervisor has written to the agent. `atMs` counts from the answer of the call. */
export interface CoachMessage {
  id: string;
  seq: number;
  /** Name of the supervisor. */
  from: string;
  text: string;
  atMs: number;
}

/** How long a supervisor was in the conversation, or listened where agents are told. */
export interface SupervisorSpell extends Stretch {
  id: string;
  name: string;
}

/** What supervisors do in a call, as far as its log tells. */
export interface SupervisionState {
  /** Oldest first; only told to people with an account. */
  help: readonly HelpState[];
  /** Oldest first; only told to people with an account. */
  coaching: readonly CoachMessage[];
  /** Who could be heard by both sides. */
  joins: readonly SupervisorSpell[];
  /** Who listened, where agents are told; only told to people with an account. */
  listening: readonly SupervisorSpell[];
}

/** A call that no supervisor has to do with. */
export const emptySupervisionState: SupervisionState = {
  help: [],
  coaching: [],
  joins: [],
  listening: [],
};

/** The request for help that is open; undefined without one. */
export function openHelp({ help }: SupervisionState): HelpState | undefined {
  return help.findLast(({ ended }) => ended === null);
}

/** The supervisor who can be heard now; undefined without one. */
export function joinedSupervisor({ joins }: SupervisionState): SupervisorSpell | undefined {
  return joins.findLast(({ endMs }) => endMs === null);
}
