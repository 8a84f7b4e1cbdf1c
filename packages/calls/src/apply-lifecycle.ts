import type { CallEvent } from '@agent/protocol';
import { expireAll } from './apply-assist.ts';
import { endRecording, withRecording } from './apply-recording.ts';
import type { CallState, Hold } from './call-state.ts';
import { offsetMs } from './offset.ts';

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

/** Both sides talk; times in payloads count from here. */
export function applyAccepted(state: CallState, event: CallEvent<'call.accepted'>): CallState {
  const { agentName } = event.data;
  return { ...state, agentName, phase: 'active', answeredAtMs: Date.parse(event.at) };
}

/** The customer was gone before anybody answered. */
export function applyAbandoned(state: CallState, event: CallEvent<'call.abandoned'>): CallState {
  const { waitedMs } = event.data;
  return { ...state, phase: 'abandoned', endedAtMs: Date.parse(event.at), waitedMs };
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

/** The talk is over: nobody is connected no text is provisional and nothing is suggested any more. */
export function applyEnded(state: CallState, event: CallEvent<'call.ended'>): CallState {
  return {
    ...expireAll(endRecording(endHold(state, event.at), event.at), event.at),
    phase: 'ended',
    endedAtMs: Date.parse(event.at),
    endReason: event.data.reason,
    lostMs: event.data.lostMs ?? null,
    present: new Set(),
    interims: new Map(),
  };
}

/** The agent has finished with the call. */
export function applyWrappedUp(state: CallState, event: CallEvent<'call.wrapped-up'>): CallState {
  return { ...state, phase: 'closed', closedAtMs: Date.parse(event.at), wrapUp: event.data };
}

function endHold(state: CallState, at: string): CallState {
  if (state.heldSinceMs === null) return state;
  const endMs = offsetMs(state, at);
  const holds = state.holds.map((hold) => (hold.endMs === null ? { ...hold, endMs } : hold));
  return { ...state, holds, heldSinceMs: null };
}
