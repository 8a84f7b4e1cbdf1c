import type { InterimSegment, SegmentId } from '@agent/protocol';
import { type CallState, isTalkOver, type LiveSegment } from './call-state.ts';
import { hasId, withId } from './id-set.ts';

/**
 * Shows provisional text, unless it comes too late: its segment is final or withdrawn, a newer
 * revision is known, speech up to there was reported lost, or the call is over.
 */
export function receiveInterim(state: CallState, interim: InterimSegment): CallState {
  const { segmentId: id, stable, tail, ...rest } = interim;
  if (isTalkOver(state) || hasId(state.finishedSegmentIds, id) || isInGap(state, interim))
    return state;
  const known = state.interims.get(id);
  if (known && known.revision >= interim.revision) return state;
  const segment: LiveSegment = { state: 'interim', id, ...rest, text: { stable, tail } };
  return { ...state, interims: new Map(state.interims).set(id, segment) };
}

/** Takes provisional text back for good: it turned out to be no speech. */
export function withdrawInterim(state: CallState, id: SegmentId): CallState {
  if (hasId(state.finishedSegmentIds, id)) return state;
  return {
    ...withoutInterims(state, (interim) => interim.id === id),
    finishedSegmentIds: withId(state.finishedSegmentIds, id),
  };
}

/** Notes how far text lags; whether that counts as delayed is told by the log. */
export function receiveLag(state: CallState, delayMs: number): CallState {
  const { status } = state.transcription;
  if (status === 'live' || state.transcription.delayMs === delayMs) return state;
  return { ...state, transcription: { status, delayMs } };
}

/** The state without the interims that `isGone` names. */
export function withoutInterims(
  state: CallState,
  isGone: (interim: LiveSegment) => boolean,
): CallState {
  const kept = [...state.interims].filter(([, interim]) => !isGone(interim));
  return kept.length === state.interims.size ? state : { ...state, interims: new Map(kept) };
}

/** Only text that ends within a gap is stale; the next utterance may begin a moment before its end. */
function isInGap({ gaps }: CallState, { speaker, endMs }: InterimSegment): boolean {
  return gaps.some((gap) => gap.speaker === speaker && endMs <= gap.endMs);
}
