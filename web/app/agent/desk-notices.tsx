'use client';
import type { AgentStreamState } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import type { ReactNode } from 'react';
import { audioMessages } from '#client/call/audio-messages.ts';
import { ReplacedNotice } from '#client/desk/replaced-notice.tsx';
import { breakReasonWords } from '#client/desk/status-choices.ts';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';

/** What keeps the desk from working, in words, above everything else; the children come last. */
export function DeskNotices({ state, children }: { state: AgentDeskState; children?: ReactNode }) {
  const { desk, connection, microphoneProblem, status, accept, decline } = state;
  const absence = desk?.closedInAbsence;
  const problem = status.problem ?? accept.problem ?? decline.problem;
  return (
    <div className="desk-notices" aria-live="polite">
      {connection === 'offline' ? (
        <Notice tone="warning" title="The server cannot be reached">
          Nothing is lost; we are trying again by ourselves. A call that is going on goes on.
        </Notice>
      ) : null}
      {connection === 'replaced' ? <ReplacedNotice onTakeBack={state.takeBack} /> : null}
      {connection === 'refused' ? (
        <Notice
          tone="warning"
          title="You have been signed out"
          action={
            <a className="link-button" href="/auth/signin?callbackUrl=/agent">
              Sign in
            </a>
          }
        >
          Sign in again to go on. A call that is still yours comes back.
        </Notice>
      ) : null}
      {absence ? (
        <Notice tone="info" title="Your last call was closed while you were away">
          Nobody finished the call with <bdi>{absence.customerName}</bdi> for 10 minutes, so it was
          closed as “Other”. What you had typed is kept.
        </Notice>
      ) : null}
      {desk?.status === 'wrap-up' && desk.nextStatus ? (
        <Notice
          tone="info"
          title={nextTitle(desk)}
          action={
            <Button
              size="sm"
              pending={status.pending}
              onClick={() => void status.run({ status: 'available' })}
            >
              Stay available
            </Button>
          }
        >
          As soon as you finish the wrap-up. No call is offered to you in between.
        </Notice>
      ) : null}
      {microphoneProblem ? (
        <Notice
          tone="warning"
          title={audioMessages[microphoneProblem].title}
          action={
            <Button
              size="sm"
              variant="primary"
              pending={status.pending}
              onClick={() => void status.run({ status: 'available' })}
            >
              Try again
            </Button>
          }
        >
          You can go available once customers can hear you. {audioMessages[microphoneProblem].body}
        </Notice>
      ) : null}
      {problem ? (
        <Notice
          tone="error"
          title={problem}
          onDismiss={() => {
            status.clear();
            accept.clear();
            decline.clear();
          }}
        />
      ) : null}
      {children}
    </div>
  );
}

function nextTitle({ nextStatus, breakReason }: AgentStreamState): string {
  if (nextStatus === 'offline') return 'You go offline after this call';
  return breakReason
    ? `Break after this call: ${breakReasonWords(breakReason)}`
    : 'Break after this call';
}
