import type { CallEventEnvelope, DataMessage, EventPage } from '@agent/protocol';
import { applyEvent } from './apply-event.ts';
import type { CallState } from './call-state.ts';
import { dropDraft, receiveDraft, withdrawDraft } from './drafts.ts';
import { receiveInterim, receiveLag, withdrawInterim } from './interims.ts';
import { insertOrdered } from './ordered.ts';

/** So many events wait for a missing one; what is beyond is fetched again anyway. */
export const MAX_PENDING = 500;

/**
 * Folds one event in, if it is the next this reader may see (`prevSeq <= lastSeq < seq`). One
 * received before is ignored; one that came too early waits, and `missing` is set.
 */
export function receiveEnvelope(state: CallState, envelope: CallEventEnvelope): CallState {
  const { event, prevSeq } = envelope;
  if (event.callId !== state.callId || event.seq <= state.lastSeq) return state;
  const known = noteSeq(state, event.seq);
  return settled(
    prevSeq <= state.lastSeq ? foldPending(fold(known, envelope)) : wait(known, envelope),
  );
}

/** Folds events in, in the order given. */
export function receiveEnvelopes(
  state: CallState,
  envelopes: readonly CallEventEnvelope[],
): CallState {
  return envelopes.reduce(receiveEnvelope, state);
}

/**
 * Folds a page of the log in; `missing` stays set while the log has more. What the page passes over
 * (`throughSeq`) cannot be had: nobody waits for it any more.
 */
export function receivePage(state: CallState, page: EventPage): CallState {
  const { envelopes, lastSeq, throughSeq = 0 } = page;
  return noteLastSeq(passOver(receiveEnvelopes(state, envelopes), throughSeq), lastSeq);
}

/** Notes the newest `seq` there is for this reader (from a heartbeat): a lost tail becomes `missing`. */
export function noteLastSeq(state: CallState, lastSeq: number): CallState {
  return settled(noteSeq(state, lastSeq));
}

/** Takes in whatever comes over the data channel; messages of other calls are ignored. */
export function receiveMessage(state: CallState, message: DataMessage): CallState {
  if (message.callId !== state.callId) return state;
  switch (message.kind) {
    case 'event':
      return receiveEnvelope(state, message.envelope);
    case 'interim':
      return receiveInterim(state, message.segment);
    case 'interim-withdrawn':
      return withdrawInterim(state, message.segmentId);
    case 'transcription-lag':
      return receiveLag(state, message.delayMs);
    case 'suggestion-draft':
      return receiveDraft(state, message.draft);
    case 'suggestion-withdrawn':
      return withdrawDraft(state, message.suggestionId);
    default:
      return message satisfies never;
  }
}

function passOver(state: CallState, throughSeq: number): CallState {
  if (throughSeq <= state.lastSeq) return state;
  return foldPending({ ...noteSeq(state, throughSeq), lastSeq: throughSeq });
}

function noteSeq(state: CallState, seq: number): CallState {
  return seq <= state.knownSeq ? state : { ...state, knownSeq: seq };
}

function fold(state: CallState, { event }: CallEventEnvelope): CallState {
  return { ...dropDraft(applyEvent(state, event), event), lastSeq: event.seq };
}

function wait(state: CallState, envelope: CallEventEnvelope): CallState {
  if (state.pending.some(({ event }) => event.seq === envelope.event.seq)) return state;
  const pending = insertOrdered(state.pending, envelope, (a, b) => a.event.seq - b.event.seq);
  return { ...state, pending: pending.slice(0, MAX_PENDING) };
}

/** Folds in what waited for the event before, and forgets what has come another way. */
function foldPending(state: CallState): CallState {
  if (state.pending.length === 0) return state;
  let folded = state;
  let index = 0;
  for (const envelope of state.pending) {
    if (envelope.event.seq > folded.lastSeq) {
      if (envelope.prevSeq > folded.lastSeq) break;
      folded = fold(folded, envelope);
    }
    index++;
  }
  return index === 0 ? folded : { ...folded, pending: state.pending.slice(index) };
}

function settled(state: CallState): CallState {
  const missing = state.knownSeq > state.lastSeq;
  return missing === state.missing ? state : { ...state, missing };
}
