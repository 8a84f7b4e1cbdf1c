import type { CallEvent } from '@agent/protocol';
import { expireAll } from './apply-assist.ts';
import { endRecording, withRecording } from './apply-recording.ts';
import { emptyAssistState } from './assist-state.ts';
import {
  type AgentSpell,
  type CallState,
  type Hold,
  isTalking,
  type Wait,
  withAssist,
} from './call-state.ts';
import { offsetMs } from './offset.ts';
import { endLasting } from './stretch.ts';
import { endHelp, endSupervision } from './supervision/apply-supervision.ts';

/** The customer waits. */
export function applyQueued(state: CallState, event: CallEvent<'call.queued'>): CallState {
  const { customerName, transcribed, recorded: agreed = false, queue = null } = event.data;
  return {
    ...withRecording(state, { agreed }),
    queue,
    customerName,
    transcribed,
    phase: 'waiting',
    queuedAtMs: Date.parse(event.at),
  };
}

/** Both sides talk; times in payloads count from the first time that somebody accepted. */
export function applyAccepted(state: CallState, event: CallEvent<'call.accepted'>): CallState {
  const { agentName } = event.data;
  const answered = { ...state, answeredAtMs: state.answeredAtMs ?? Date.parse(event.at) };
  const spell: AgentSpell = { name: agentName, fromMs: offsetMs(answered, event.at) };
  return {
    ...endWait(answered, event.at),
    agentName,
    agents: [...state.agents, spell],
    phase: 'active',
  };
}

/**
 * The agent had to leave: nobody talks until another one takes the call. What was offered to the one who
 * left has gone with it, and the other sees as much as it likes itself.
 */
export function applyRequeued(state: CallState, event: CallEvent<'call.requeued'>): CallState {
  if (!isTalking(state)) return state;
  const wait: Wait = { seq: event.seq, startMs: offsetMs(state, event.at), endMs: null };
  return withAssist(
    {
      ...stopTalk(endHelp(state, event.at), event.at, 'agent-left'),
      phase: 'waiting',
      agentName: null,
      waits: [...state.waits, wait],
    },
    { density: emptyAssistState.density },
  );
}

/** The customer was gone while it waited, be it for another agent. */
export function applyAbandoned(state: CallState, event: CallEvent<'call.abandoned'>): CallState {
  const { waitedMs } = event.data;
  return {
    ...endSupervision(endWait(state, event.at), event.at),
    phase: 'abandoned',
    endedAtMs: Date.parse(event.at),
    waitedMs,
  };
}

/** The agent puts the customer on hold; means nothing unless both talk. */
export function applyHeld(state: CallState, event: CallEvent<'call.held'>): CallState {
  if (state.phase !== 'active') return state;
  const hold: Hold = { seq: event.seq, startMs: offsetMs(state, event.at), endMs: null };
  return {
    ...state,
    phase: 'held',
    heldSinceMs: Date.parse(event.at),
    holds: [...state.holds, hold],
  };
}

/** The agent takes the customer off hold. */
export function applyResumed(state: CallState, event: CallEvent<'call.resumed'>): CallState {
  if (state.phase !== 'held') return state;
  return { ...endHold(state, event.at), phase: 'active' };
}

/** The talk is over. */
export function applyEnded(state: CallState, event: CallEvent<'call.ended'>): CallState {
  return {
    ...endSupervision(stopTalk(endWait(state, event.at), event.at, 'call-ended'), event.at),
    phase: 'ended',
    endedAtMs: Date.parse(event.at),
    endReason: event.data.reason,
    lostMs: event.data.lostMs ?? null,
  };
}

/** The agent has finished with the call. */
export function applyWrappedUp(state: CallState, event: CallEvent<'call.wrapped-up'>): CallState {
  return { ...state, phase: 'closed', closedAtMs: Date.parse(event.at), wrapUp: event.data };
}

/** Nobody is connected, no text is provisional and nothing is suggested any more. */
function stopTalk(state: CallState, at: string, why: 'call-ended' | 'agent-left'): CallState {
  return {
    ...expireAll(endRecording(endHold(state, at), at), at, why),
    present: new Set(),
    interims: new Map(),
  };
}

function endWait(state: CallState, at: string): CallState {
  return { ...state, waits: endLasting(state.waits, offsetMs(state, at)) };
}

function endHold(state: CallState, at: string): CallState {
  return { ...state, holds: endLasting(state.holds, offsetMs(state, at)), heldSinceMs: null };
}
