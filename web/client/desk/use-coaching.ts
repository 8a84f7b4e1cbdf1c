'use client';
import type { CallState } from '@agent/calls';
import type { CallId } from '@agent/protocol';
import type { CoachNote } from '@agent/ui/supervision';
import { useMemo, useState } from 'react';

/** What supervisors wrote to the agent in a call, until it is put away. */
export interface Coaching {
  messages: readonly CoachNote[];
  dismiss(id: string): void;
}

/** The messages of a call; those that were put away stay so over a reload of this tab. */
export function useCoaching(
  callId: CallId,
  { supervision, answeredAtMs }: Pick<CallState, 'supervision' | 'answeredAtMs'>,
): Coaching {
  const [putAway, setPutAway] = useState(() => readPutAway(callId));
  const { coaching } = supervision;
  const messages = useMemo(
    () =>
      coaching
        .filter(({ id }) => !putAway.has(id))
        .map(({ id, from, text, atMs }) => ({
          ...{ id, from, text },
          sentAtMs: (answeredAtMs ?? 0) + atMs,
        })),
    [coaching, putAway, answeredAtMs],
  );
  const dismiss = (id: string) => {
    const next = new Set([...putAway, id]);
    setPutAway(next);
    rememberPutAway(callId, next);
  };
  return { messages, dismiss };
}

const key = (callId: CallId) => `put-away:${callId}`;

function readPutAway(callId: CallId): ReadonlySet<string> {
  try {
    return new Set(sessionStorage.getItem(key(callId))?.split(' '));
  } catch {
    return new Set();
  }
}

function rememberPutAway(callId: CallId, ids: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(key(callId), [...ids].join(' '));
  } catch {
    return;
  }
}
