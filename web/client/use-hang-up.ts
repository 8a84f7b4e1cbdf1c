'use client';
import { hangUp } from './call-api.ts';
import { type Action, useAction } from './use-action.ts';

/** Ends a call for both sides. */
export function useHangUp(callId: string): Action<[]> {
  return useAction(() => hangUp(callId));
}
