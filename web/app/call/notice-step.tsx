'use client';
import { Button, RecordingNotice } from '@agent/ui';
import { type FormEvent, useState } from 'react';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { Step, StepCount } from './step.tsx';

/** What is written down of the call, and the customer's choice. */
export function NoticeStep({ flow }: { flow: CustomerFlow }) {
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (flow.consent) flow.goTo('microphone');
  };
  return (
    <Step title="Before we start">
      <StepCount current={2} />
      <form className="call-form" onSubmit={submit} noValidate>
        <RecordingNotice
          value={flow.consent}
          onValueChange={flow.setConsent}
          error={asked && !flow.consent ? 'Choose one of the two to go on.' : undefined}
        />
        <div className="call-buttons">
          <Button size="lg" onClick={() => flow.goTo('details')}>
            Back
          </Button>
          <Button type="submit" variant="primary" size="lg">
            Continue
          </Button>
        </div>
      </form>
    </Step>
  );
}
