'use client';
import type { CallView } from '@agent/protocol';
import { Notice, QueuePosition, Timer } from '@agent/ui';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { useLine } from '#client/customer-flow/use-line.ts';
import { LineNotices } from './line-notices.tsx';
import { Step } from './step.tsx';

/** The line: place, honest estimate, and the way out. The open stream is the sign of life. */
export function WaitingStep({ flow, call }: { flow: CustomerFlow; call: CallView }) {
  const { place, connection, takeBack } = useLine(flow, call.callId);
  return (
    <Step
      title={`Hello ${call.customerName}`}
      lead="An agent will be with you. Keep this page open."
    >
      <LineNotices connection={connection} takeBack={takeBack} />
      <QueuePosition
        position={place ? place.position : null}
        estimatedWaitMs={place?.estimatedWaitMs ?? null}
        agentsOnline={place?.agentsOnline}
        pending={flow.pending}
        onLeave={() => void flow.leaveLine()}
        labels={place ? {} : { connecting: 'Finding your place in line…' }}
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
