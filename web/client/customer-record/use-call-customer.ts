'use client';
import { type CallCustomer, type CallId, callCustomerSchema } from '@agent/protocol';
import { useCallback, useState } from 'react';
import type { StreamState } from '../http/event-stream.ts';
import { useEventStream } from '../http/use-event-stream.ts';
import { callCustomerUrl } from './customer-api.ts';

/** Whose record belongs to a call, as far as it is known. */
export type CallCustomerState = StreamState<CallCustomer> & {
  /** Asks once more, after a refusal or while the server is away. */
  retry(): void;
};

/** Follows the customer's record of a call, from the offer on; null follows nothing. */
export function useCallCustomer(callId: CallId | null): CallCustomerState {
  const [attempt, setAttempt] = useState(0);
  const url = callId && callCustomerUrl(callId);
  const state = useEventStream(url, callCustomerSchema, attempt);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, retry };
}
