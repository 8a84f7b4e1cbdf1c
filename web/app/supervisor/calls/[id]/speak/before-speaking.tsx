'use client';
import type { CallId } from '@agent/protocol';
import { Button, EmptyState, Notice } from '@agent/ui';
import { Mic } from 'lucide-react';
import { audioMessages } from '#client/call/audio-messages.ts';
import type { Readiness } from './use-readiness.ts';

/** Asks whether one wants to be heard, for who comes here by an address or loads the page again. */
export function BeforeSpeaking({ callId, readiness }: { callId: CallId; readiness: Readiness }) {
  const { step, problem, confirm } = readiness;
  const words = problem && audioMessages[problem];
  return (
    <div className="stay-ended">
      {words ? (
        <Notice tone="error" title={words.title}>
          You have not joined. {words.body}
        </Notice>
      ) : null}
      <EmptyState
        icon={<Mic />}
        title="Join the conversation?"
        description="The customer and the agent will both hear you, and are told your name. What you say is written down with the call."
        action={
          <div className="stay-ended-ways">
            {/* Another policy, so another document. */}
            <a className="link-button" href={`/supervisor/calls/${callId}`}>
              Stay silent
            </a>
            <Button variant="danger" size="lg" pending={step === 'microphone'} onClick={confirm}>
              Join, and be heard
            </Button>
          </div>
        }
      />
    </div>
  );
}
