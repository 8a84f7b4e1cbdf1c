import type { CallEvent } from '@agent/protocol';
import type { CallState, ChatMessage, FinalSegment } from './call-state.ts';
import { hasId, withId } from './id-set.ts';
import { withoutInterims } from './interims.ts';
import { offsetMs } from './offset.ts';
import { byStart, insertOrdered } from './ordered.ts';

/** Fixed text takes the place of the interim of the same segment; a segment is final once. */
export function applyFinal(state: CallState, event: CallEvent<'segment.final'>): CallState {
  const { segmentId: id, ...data } = event.data;
  if (hasId(state.finishedSegmentIds, id) && state.segments.some((known) => known.id === id)) {
    return state;
  }
  const segment: FinalSegment = { state: 'final', id, seq: event.seq, ...data };
  return {
    ...withoutInterims(state, (interim) => interim.id === id),
    segments: insertOrdered(state.segments, segment, byStart),
    finishedSegmentIds: withId(state.finishedSegmentIds, id),
  };
}

/** Speech was lost: what its side said before the end of the gap stays unfinished for ever. */
export function applyGap(state: CallState, event: CallEvent<'transcript.gap'>): CallState {
  const { speaker, endMs } = event.data;
  return {
    ...withoutInterims(state, (interim) => interim.speaker === speaker && interim.startMs < endMs),
    gaps: insertOrdered(state.gaps, { ...event.data, seq: event.seq }, byStart),
  };
}

/** A chat message; the same message of the same side is shown once. */
export function applyChat(state: CallState, event: CallEvent<'chat.message'>): CallState {
  const { messageId: id, from, text } = event.data;
  if (state.chat.some((known) => known.id === id && known.from === from)) return state;
  const message: ChatMessage = { id, seq: event.seq, from, text, atMs: offsetMs(state, event.at) };
  return { ...state, chat: [...state.chat, message] };
}

/** How speech-to-text does; a status told twice in a row lasts since the first. */
export function applyTranscription(
  state: CallState,
  { seq, at, data }: CallEvent<'transcription.changed'>,
): CallState {
  const isSame = data.status === state.transcription.status;
  const transcriptionSince = isSame ? state.transcriptionSince : { seq, atMs: offsetMs(state, at) };
  return { ...state, transcription: data, transcriptionSince };
}
