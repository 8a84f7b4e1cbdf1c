'use client';
import { useEffect, useRef, useState } from 'react';
import { hangUp } from '../http/call-api.ts';
import { RequestError } from '../http/request-error.ts';
import { untilHeard } from '../http/until-heard.ts';
import { type Action, useAction } from '../http/use-action.ts';
import type { LiveCall } from './use-call.ts';

const waitingWords =
  'You have hung up, and your microphone is off. The call ends as soon as the server is back.';

/**
 * Ends a call for both sides, and sees the end at once, even when the room is away. While the server
 * is away nobody is heard who has hung up, and the server is told when it is back.
 */
export function useHangUp({ read, retry, audio }: LiveCall): Action<[]> {
  const [isWaiting, setIsWaiting] = useState(false);
  const gone = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    gone.current = controller;
    return () => controller.abort();
  }, []);
  const { run, pending, problem, fields, clear } = useAction(async () => {
    const signal = gone.current?.signal ?? new AbortController().signal;
    const onWaiting = () => {
      audio.call.setMuted(true);
      setIsWaiting(true);
    };
    try {
      await untilHeard(() => hangUp(read), { onWaiting, signal });
    } catch (error) {
      // The other side, or the server, was faster.
      if (!(error instanceof RequestError && error.code === 'conflict')) throw error;
    } finally {
      setIsWaiting(false);
    }
    retry();
  });
  return { run, pending, problem: isWaiting ? waitingWords : problem, fields, clear };
}
