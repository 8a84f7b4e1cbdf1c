'use client';
import { Button, TextField } from '@agent/ui';
import { type FormEvent, useRef, useState } from 'react';
import { checkDetails, type DetailsProblems } from '#client/customer-flow/contact-check.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { Step, StepCount } from './step.tsx';

/** Who is calling and how to reach them if the line breaks. */
export function DetailsStep({ flow }: { flow: CustomerFlow }) {
  const { details, setDetails } = flow;
  const [problems, setProblems] = useState<DetailsProblems>(flow.fieldProblems);
  const name = useRef<HTMLInputElement>(null);
  const contact = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkDetails(details);
    setProblems(found);
    if (found.name) name.current?.focus();
    else if (found.contact) contact.current?.focus();
    else flow.goTo('notice');
  };
  return (
    <Step
      title="Talk to us"
      lead="You will talk to one of our agents, by voice, in this browser. No app, no account."
      isFirstLoad={flow.isFirstLoad}
    >
      <StepCount current={1} />
      <ChosenQueue flow={flow} />
      <form className="call-form" onSubmit={submit} noValidate>
        <TextField
          ref={name}
          label="Your name"
          name="name"
          autoComplete="name"
          required
          value={details.name}
          error={problems.name}
          onChange={(event) => setDetails({ ...details, name: event.target.value })}
        />
        <TextField
          ref={contact}
          label="E-mail or phone"
          hint="So that we can reach you if the line breaks."
          name="contact"
          autoComplete="email"
          required
          value={details.contact}
          error={problems.contact}
          onChange={(event) => setDetails({ ...details, contact: event.target.value })}
        />
        <Button type="submit" variant="primary" size="lg">
          Continue
        </Button>
      </form>
    </Step>
  );
}

/** What the customer chose, as long as there is a choice. */
function ChosenQueue({ flow }: { flow: CustomerFlow }) {
  if (!flow.queue || flow.queues.length < 2) return null;
  return (
    <p className="call-chosen">
      <span>
        Your call is about <strong>{flow.queue.name}</strong>.
      </span>
      <Button variant="ghost" onClick={() => flow.goTo('queue')}>
        Change
      </Button>
    </p>
  );
}
