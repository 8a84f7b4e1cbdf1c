import type { CallEvent, CallEventType } from '@agent/protocol';
import { type CallState, isTalking } from './call-state.ts';
import { offsetMs } from './offset.ts';
import type { RecordingState } from './recording-state.ts';
import { endLasting } from './stretch.ts';

type RecordingEvent = CallEvent<Extract<CallEventType, `recording.${string}`>>;

/** What an event of the recording changes; events that mean nothing where they stand change nothing. */
export function applyRecording(state: CallState, event: RecordingEvent): CallState {
  const { recording } = state;
  switch (event.type) {
    case 'recording.started':
      if (!isTalking(state) || recording.status !== 'off') return state;
      return withRecording(state, { status: 'on' });
    case 'recording.paused': {
      if (!isTalking(state) || recording.status === 'paused') return state;
      const pause = { seq: event.seq, startMs: offsetMs(state, event.at), endMs: null };
      return withRecording(state, { status: 'paused', pauses: [...recording.pauses, pause] });
    }
    case 'recording.resumed':
      if (recording.status !== 'paused') return state;
      return withRecording(endPause(state, event.at), { status: 'on' });
    case 'recording.lost':
      return withRecording(state, { lost: [...recording.lost, { ...event.data, seq: event.seq }] });
    case 'recording.masked':
      return withRecording(state, {
        masked: [...recording.masked, { ...event.data, seq: event.seq }],
      });
    case 'recording.ready':
      return withRecording(state, { sound: 'ready', durationMs: event.data.durationMs });
    case 'recording.deleted':
      return withRecording(state, { sound: 'deleted' });
    default:
      return event satisfies never;
  }
}

/** The recording stops with the talk. */
export function endRecording(state: CallState, at: string): CallState {
  return withRecording(endPause(state, at), { status: 'off' });
}

/** The state with some of what is known of its recording replaced. */
export function withRecording(state: CallState, part: Partial<RecordingState>): CallState {
  return { ...state, recording: { ...state.recording, ...part } };
}

function endPause(state: CallState, at: string): CallState {
  return withRecording(state, {
    pauses: endLasting(state.recording.pauses, offsetMs(state, at)),
  });
}
