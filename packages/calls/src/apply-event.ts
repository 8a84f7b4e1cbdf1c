import type { CallEvent } from '@agent/protocol';
import {
  applyAlerted,
  applyLinked,
  applyMentioned,
  applyOffered,
  applyScored,
  applySettled,
} from './apply-assist.ts';
import {
  applyAbandoned,
  applyAccepted,
  applyEnded,
  applyHeld,
  applyQueued,
  applyRequeued,
  applyResumed,
  applyWrappedUp,
} from './apply-lifecycle.ts';
import { applyRecording } from './apply-recording.ts';
import { applyChat, applyFinal, applyGap, applyTranscription } from './apply-transcript.ts';
import { type CallState, withAssist } from './call-state.ts';
import { applySupervision } from './supervision/apply-supervision.ts';

/** The state after the next event of the log. Total: any order of known events gives a state. */
export function applyEvent(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'call.queued':
      return applyQueued(state, event);
    case 'call.offered':
    case 'call.offer-declined':
    case 'call.offer-expired':
      return state;
    case 'call.accepted':
      return applyAccepted(state, event);
    case 'call.requeued':
      return applyRequeued(state, event);
    case 'call.abandoned':
      return applyAbandoned(state, event);
    case 'call.held':
      return applyHeld(state, event);
    case 'call.resumed':
      return applyResumed(state, event);
    case 'call.ended':
      return applyEnded(state, event);
    case 'call.rated':
      return { ...state, rating: event.data };
    case 'call.wrapped-up':
      return applyWrappedUp(state, event);
    case 'call.summarised':
      return withAssist(state, { summary: event.data });
    case 'participant.joined':
    case 'participant.left':
      return applyPresence(state, event);
    case 'segment.final':
      return applyFinal(state, event);
    case 'transcript.gap':
      return applyGap(state, event);
    case 'transcription.changed':
      return applyTranscription(state, event);
    case 'recording.started':
    case 'recording.paused':
    case 'recording.resumed':
    case 'recording.lost':
    case 'recording.masked':
    case 'recording.ready':
    case 'recording.deleted':
      return applyRecording(state, event);
    case 'chat.message':
      return applyChat(state, event);
    case 'suggestion.offered':
      return applyOffered(state, event);
    case 'suggestion.accepted':
    case 'suggestion.edited':
    case 'suggestion.dismissed':
    case 'suggestion.marked-wrong':
    case 'suggestion.expired':
      return applySettled(state, event);
    case 'suggestion.density-changed':
      return withAssist(state, { density: event.data.density });
    case 'assist.changed':
      return withAssist(state, { model: { status: event.data.model, reason: event.data.reason } });
    case 'sentiment.scored':
      return applyScored(state, event);
    case 'sentiment.alerted':
      return applyAlerted(state, event);
    case 'customer.linked':
      return applyLinked(state, event);
    case 'order.mentioned':
      return applyMentioned(state, event);
    default:
      return applySupervision(state, event);
  }
}

function applyPresence(
  state: CallState,
  { type, data }: CallEvent<'participant.joined' | 'participant.left'>,
): CallState {
  const present = new Set(state.present);
  if (type === 'participant.joined') present.add(data.speaker);
  else present.delete(data.speaker);
  return { ...state, present };
}
