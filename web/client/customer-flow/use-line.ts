'use client';
import { type CallId, customerStreamSchema } from '@agent/protocol';
import { useEffect, useState } from 'react';
import { useEventStream } from '../http/use-event-stream.ts';
import type { CustomerFlow } from './use-customer-flow.ts';

/** The line that a customer waits in, followed by the server's stream, which is also the sign of life. */
export function useLine(
  { follow, resume }: Pick<CustomerFlow, 'follow' | 'resume'>,
  callId: CallId,
) {
  const [attempt, setAttempt] = useState(0);
  const { data, connection } = useEventStream(
    `/api/calls/${callId}/stream`,
    customerStreamSchema,
    attempt,
  );
  useEffect(() => {
    if (data) follow(data.call);
  }, [data, follow]);
  useEffect(() => {
    if (connection === 'refused') void resume();
  }, [connection, resume]);
  return {
    /** Null until the server has answered. */
    place: data,
    connection,
    /** Follows it in this window again, after newer ones have taken its place. */
    takeBack: () => setAttempt((before) => before + 1),
  };
}
