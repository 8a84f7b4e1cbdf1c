'use client';
import { type CallId, firstName } from '@agent/protocol';
import { Button, Notice, Rating } from '@agent/ui';
import Link from 'next/link';
import { useState } from 'react';
import { endWords } from '#client/call/end-words.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { rateCall } from '#client/http/call-api.ts';
import { messageOf, RequestError } from '#client/http/request-error.ts';
import { Step } from './step.tsx';

/** One question, then an optional comment. */
export function RatingStep({ flow, callId }: { flow: CustomerFlow; callId: CallId }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const agentName = flow.call?.agentName ? firstName(flow.call.agentName) : 'the agent';
  const why = endWords(flow.endReason, 'customer', agentName);
  const send = async (rating: { score: number; comment: string }) => {
    setPending(true);
    setProblem(null);
    try {
      await rateCall(callId, rating);
      flow.goTo('thanks');
    } catch (error) {
      // A rating that is there already is as good as a new one.
      if (error instanceof RequestError && error.code === 'conflict') flow.goTo('thanks');
      else setProblem(messageOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Step title="The call has ended" lead={why ?? 'One question, if you like.'}>
      <Rating onSubmit={(rating) => void send(rating)} pending={pending} error={problem} />
      <div className="call-buttons">
        <Button size="lg" variant="ghost" onClick={() => flow.goTo('thanks')}>
          Skip
        </Button>
      </div>
    </Step>
  );
}

/** The end. */
export function ThanksStep({ flow }: { flow: CustomerFlow }) {
  return (
    <Step title="Thank you" lead="You can close this page.">
      <StartAgain flow={flow} text="Call again" />
    </Step>
  );
}

/** The customer has left the line. */
export function LeftStep({ flow }: { flow: CustomerFlow }) {
  return (
    <Step
      title="You left the line"
      lead="Nobody will call you back because of this. Come back any time."
    >
      <StartAgain flow={flow} text="Start again" />
    </Step>
  );
}

/** The server has given the place away because nothing was heard from this page. */
export function LostStep({ flow }: { flow: CustomerFlow }) {
  return (
    <Step
      title="We lost you"
      lead="Nothing was heard from this page for a while, so your place was given on."
    >
      <StartAgain flow={flow} text="Join again" />
    </Step>
  );
}

/** The server cannot be asked which call this is. */
export function AwayStep({ flow }: { flow: CustomerFlow }) {
  return (
    <Step title="We cannot be reached right now" isFirstLoad={flow.isFirstLoad}>
      <Notice
        tone="error"
        title={flow.problem ?? 'The server cannot be reached.'}
        action={
          <Button size="lg" onClick={() => void flow.resume()}>
            Try again
          </Button>
        }
      />
    </Step>
  );
}

function StartAgain({ flow, text }: { flow: CustomerFlow; text: string }) {
  return (
    <div className="call-buttons">
      <Link className="link" href="/">
        To the start page
      </Link>
      <Button size="lg" onClick={flow.startOver}>
        {text}
      </Button>
    </div>
  );
}
