'use client';
import { firstName } from '@agent/protocol';
import { Skeleton } from '@agent/ui';
import { useEffect } from 'react';
import { type CustomerFlow, useCustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { DetailsStep } from './details-step.tsx';
import { AwayStep, LeftStep, LostStep, RatingStep, ThanksStep } from './end-steps.tsx';
import { InCallStep } from './in-call-step.tsx';
import { MicrophoneStep } from './microphone-step.tsx';
import { NoticeStep } from './notice-step.tsx';
import { QueueStep } from './queue-step.tsx';
import { Step } from './step.tsx';
import { WaitingStep } from './waiting-step.tsx';

/** The customer page: one step at a time; `queueId` as the address names it. */
export function CallFlow({ queueId }: { queueId?: string | undefined }) {
  const flow = useCustomerFlow(queueId);
  useEffect(() => {
    document.title = titleOf(flow);
  });
  return <CurrentStep flow={flow} />;
}

function CurrentStep({ flow }: { flow: CustomerFlow }) {
  const { step, call } = flow;
  switch (step) {
    case 'loading':
      return <Skeleton lines={4} role="status" aria-label="Loading" />;
    case 'away':
      return <AwayStep flow={flow} />;
    case 'queue':
      return <QueueStep flow={flow} />;
    case 'details':
      return <DetailsStep flow={flow} />;
    case 'notice':
      return <NoticeStep flow={flow} />;
    case 'microphone':
      return <MicrophoneStep flow={flow} />;
    case 'waiting':
      return call ? <WaitingStep flow={flow} call={call} /> : <Missing flow={flow} />;
    case 'call':
      return call ? (
        <InCallStep key={call.callId} flow={flow} view={call} />
      ) : (
        <Missing flow={flow} />
      );
    case 'rating':
      return call ? <RatingStep flow={flow} callId={call.callId} /> : <Missing flow={flow} />;
    case 'thanks':
      return <ThanksStep flow={flow} />;
    case 'left':
      return <LeftStep flow={flow} />;
    case 'lost':
      return <LostStep flow={flow} />;
    default:
      return step satisfies never;
  }
}

/** Not reachable by clicking; better than an empty page all the same. */
function Missing({ flow }: { flow: CustomerFlow }) {
  useEffect(() => void flow.resume(), [flow.resume]);
  return (
    <Step title="One moment">
      <Skeleton lines={3} />
    </Step>
  );
}

function titleOf({ step, call }: CustomerFlow): string {
  if (step === 'waiting' || (step === 'call' && call?.waitsAgainSince)) return 'Waiting in line';
  if (step === 'call')
    return `On a call with ${call?.agentName ? firstName(call.agentName) : 'an agent'}`;
  return 'Talk to us';
}
