'use client';
import type { CallEventEnvelope, CallId, CustomerRecord, Session } from '@agent/protocol';
import type { WaveformPeaks } from '@agent/ui/replay';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { customerRecord } from '../customer-record/customer-api.ts';
import type { CallCustomerState } from '../customer-record/use-call-customer.ts';
import { RequestError } from '../http/request-error.ts';
import { readSession, readSessionEvents, readSessionWaveform } from './session-api.ts';

/** How often it is looked whether the sound is there, while it is being put together. */
const SOUND_POLL_MS = 5_000;

/** What was read is read once; without a network it fails at once and says so. */
const onceRead = { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY } as const;

/** A call that is over, as it was read with the page, and as it is once its sound is there. */
export function useSession(session: Session): Session {
  const { data } = useQuery({
    ...onceRead,
    queryKey: ['session', session.callId],
    queryFn: ({ signal }) => readSession(session.callId, signal),
    initialData: session,
    refetchInterval: ({ state }) =>
      state.data?.recording?.status === 'recording' ? SOUND_POLL_MS : false,
  });
  return data;
}

/** The whole log of a call. */
export function useSessionLog(callId: CallId): UseQueryResult<CallEventEnvelope[]> {
  return useQuery({
    ...onceRead,
    queryKey: ['session-log', callId],
    queryFn: ({ signal }) => readSessionEvents(callId, signal),
  });
}

/** How loud both sides were; only asked for when there is sound. */
export function useWaveform(callId: CallId, isReady: boolean): UseQueryResult<WaveformPeaks> {
  return useQuery({
    ...onceRead,
    queryKey: ['session-waveform', callId],
    queryFn: ({ signal }) => readSessionWaveform(callId, signal),
    enabled: isReady,
  });
}

/**
 * Whose record was linked at a moment, as it is today: a record is not in the log. It is put on record
 * that it was read.
 */
export function useRecordOf(customerId: string | null, isVerified: boolean): CallCustomerState {
  const { data, error, refetch } = useQuery<CustomerRecord>({
    ...onceRead,
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => customerRecord(customerId as CustomerRecord['customerId'], signal),
    enabled: customerId !== null,
  });
  const retry = () => void refetch();
  if (customerId === null) {
    return { data: { linkedBy: null, record: null, candidates: [] }, connection: 'open', retry };
  }
  if (!data) return { data: null, connection: connectionOf(error), retry };
  const linkedBy = isVerified ? 'agent' : 'match';
  return { data: { linkedBy, record: data, candidates: [] }, connection: 'open', retry };
}

function connectionOf(error: Error | null): CallCustomerState['connection'] {
  if (!error) return 'connecting';
  return error instanceof RequestError && !error.retryable ? 'refused' : 'offline';
}
