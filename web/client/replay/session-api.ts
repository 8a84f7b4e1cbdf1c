import {
  type CallEventEnvelope,
  type CallId,
  type NewSessionComment,
  type Session,
  type SessionComment,
  sessionCommentsSchema,
  sessionEventsSchema,
  sessionSchema,
} from '@agent/protocol';
import { readWaveform, type WaveformPeaks } from '@agent/ui/replay';
import { command, request } from '../http/request.ts';
import { RequestError } from '../http/request-error.ts';

/** Where the sound of a call is, for an element that plays it. */
export function soundUrl(callId: CallId): string {
  return path(callId, '/recording');
}

/** A call that is over. */
export function readSession(callId: CallId, signal: AbortSignal): Promise<Session> {
  return request(sessionSchema, path(callId, ''), { signal });
}

/** Its whole log, oldest first. */
export async function readSessionEvents(
  callId: CallId,
  signal: AbortSignal,
): Promise<CallEventEnvelope[]> {
  return (await request(sessionEventsSchema, path(callId, '/events'), { signal })).envelopes;
}

/** How loud both sides were. */
export async function readSessionWaveform(
  callId: CallId,
  signal: AbortSignal,
): Promise<WaveformPeaks> {
  const response = await fetch(path(callId, '/waveform'), { signal, cache: 'no-store' }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw RequestError.offline();
    },
  );
  if (!response.ok) throw await RequestError.fromResponse(response);
  const peaks = readWaveform(await response.arrayBuffer());
  if (!peaks) throw RequestError.unreadable();
  return peaks;
}

/** What people remarked, by its moment. */
export async function readComments(callId: CallId, signal: AbortSignal): Promise<SessionComment[]> {
  return (await request(sessionCommentsSchema, path(callId, '/comments'), { signal })).comments;
}

/** Adds a remark; the same `commentId` twice is stored once. */
export function addComment(callId: CallId, body: NewSessionComment): Promise<void> {
  return command(path(callId, '/comments'), { body });
}

/** Takes a remark away. */
export function deleteComment(callId: CallId, commentId: string): Promise<void> {
  return command(path(callId, `/comments/${commentId}`), { method: 'DELETE' });
}

function path(callId: CallId, rest: string): string {
  return `/api/sessions/${callId}${rest}`;
}
