import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';

const KEY = 'speaking-intent';
/** The next document is there long before. */
const GOOD_FOR_MS = 30_000;

const intentSchema = z.object({ callId: callIdSchema, atMs: z.number() });

/** Notes, for the next document of this tab, that somebody has said yes to being heard in a call. */
export function noteSpeakingIntent(callId: CallId, nowMs: number): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ callId, atMs: nowMs }));
  } catch {
    return;
  }
}

/**
 * Whether somebody has just said yes to being heard in this call. It counts once: whoever loads the page
 * again, or comes by a bookmark, is asked again.
 */
export function takeSpeakingIntent(callId: CallId, nowMs: number): boolean {
  try {
    const noted = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const { data } = intentSchema.safeParse(JSON.parse(noted ?? 'null'));
    return data?.callId === callId && Math.abs(nowMs - data.atMs) < GOOD_FOR_MS;
  } catch {
    return false;
  }
}
