'use client';
import { hangUp } from './call-api.ts';
import { type Action, useAction } from './use-action.ts';
import type { LiveCall } from './use-call.ts';

/** Ends a call for both sides, and sees the end at once, even when the room is away. */
export function useHangUp({ state, retry }: LiveCall): Action<[]> {
  return useAction(async () => {
    await hangUp(state.callId);
    retry();
  });
}
