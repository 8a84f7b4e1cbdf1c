'use client';
import { type CallView, customerStreamSchema } from '@agent/protocol';
import { Notice, QueuePosition, Timer } from '@agent/ui';
import { useEffect, useState } from 'react';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { ReplacedNotice } from '#client/desk/replaced-notice.tsx';
import { useEventStream } from '#client/http/use-event-stream.ts';
import { Step } from './step.tsx';

/** The line: place, honest estimate, and the way out. The open stream is the sign of life. */
export function WaitingStep({ flow, call }: { flow: CustomerFlow; call: CallView }) {
  const { follow, resume } = flow;
  const [attempt, setAttempt] = useState(0);
  const { data, connection } = useEventStream(
    `/api/calls/${call.callId}/stream`,
    customerStreamSchema,
    attempt,
  );
  useEffect(() => {
    if (data) follow(data.call);
  }, [data, follow]);
  useEffect(() => {
    if (connection === 'refused') void resume();
  }, [connection, resume]);
  return (
    <Step
      title={`Hello ${call.customerName}`}
      lead="An agent will be with you. Keep this page open."
    >
      {connection === 'offline' ? (
        <Notice tone="warning" title="We lost touch with the server">
          We are trying again by ourselves. You keep your place for a few seconds.
        </Notice>
      ) : null}
      {connection === 'replaced' ? (
        <ReplacedNotice onTakeBack={() => setAttempt((before) => before + 1)} />
      ) : null}
      <QueuePosition
        position={data ? data.position : null}
        estimatedWaitMs={data?.estimatedWaitMs ?? null}
        agentsOnline={data?.agentsOnline}
        pending={flow.pending}
        onLeave={() => void flow.leaveLine()}
        labels={data ? {} : { connecting: 'Finding your place in line…' }}
      >
        <p className="call-waited">
          Waiting <Timer sinceMs={Date.parse(call.queuedAt)} />
        </p>
      </QueuePosition>
      {flow.problem ? <Notice tone="error" title={flow.problem} /> : null}
      <p className="call-hint">
        There is no music. The page tells you when the agent is there, and your browser tab does
        too.
      </p>
    </Step>
  );
}
