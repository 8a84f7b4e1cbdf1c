'use client';
import { Button, Notice } from '@agent/ui';
import { type FormEvent, useState } from 'react';
import { recordingAnswer } from '#client/customer-flow/consent-answers.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { ConsentQuestions } from './consent-questions.tsx';
import { Step, StepCount } from './step.tsx';

/** What is written down and recorded of the call, and the customer's choice of each. */
export function NoticeStep({ flow }: { flow: CustomerFlow }) {
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (flow.consent && recordingAnswer(flow)) flow.goTo('microphone');
  };
  return (
    <Step title="Before we start" lead={flow.isRecordingAsked ? leads.both : leads.text}>
      <StepCount current={2} />
      {flow.problem ? <Notice tone="warning" title={flow.problem} /> : null}
      <form className="call-form" onSubmit={submit} noValidate>
        <ConsentQuestions
          answers={flow}
          onConsent={flow.setConsent}
          onRecording={flow.setRecording}
          ownWords={flow.queue?.recordingNotice ?? ''}
          isAsked={asked}
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

const leads = {
  both: 'Two questions, and both are up to you: we talk with you either way.',
  text: 'One question, and it is up to you: we talk with you either way.',
};
