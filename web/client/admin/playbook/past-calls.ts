import {
  type CallId,
  type SessionSummary,
  type Side,
  sessionEventsSchema,
  sessionPageSchema,
} from '@agent/protocol';
import { request } from '../../http/request.ts';

/** A line of a past call, with how it sounded where that is known. */
export interface SaidLine {
  speaker: Side;
  text: string;
  /** Since the call was answered. */
  atMs: number;
  sentiment: number | null;
}

/** The newest calls that are over and were written down, or those in which these words were said. */
export async function findCalls(query: string, signal?: AbortSignal): Promise<SessionSummary[]> {
  const asked = query === '' ? '' : `?${new URLSearchParams({ query })}`;
  const { sessions } = await request(sessionPageSchema, `/api/sessions${asked}`, { signal });
  return sessions.filter(({ answeredAt }) => answeredAt !== null);
}

/** What was said in a call, oldest first. */
export async function saidInCall(callId: CallId, signal?: AbortSignal): Promise<SaidLine[]> {
  const path = `/api/sessions/${encodeURIComponent(callId)}/events`;
  const { envelopes } = await request(sessionEventsSchema, path, { signal });
  const scores = new Map<string, number>();
  for (const { event } of envelopes) {
    if (event.type === 'sentiment.scored') scores.set(event.data.segmentId, event.data.score);
  }
  return envelopes.flatMap(({ event }): SaidLine[] => {
    if (event.type !== 'segment.final' || event.data.speaker === 'supervisor') return [];
    const { speaker, text, startMs, segmentId } = event.data;
    return [{ speaker, text, atMs: startMs, sentiment: scores.get(segmentId) ?? null }];
  });
}
