'use client';
import type { CallId } from '@agent/protocol';
import { Button, Dialog } from '@agent/ui';
import { noteSpeakingIntent } from '#client/listening/speaking-intent.ts';

/** Asks before anybody is heard: who will hear it, and what becomes of it. */
export function JoinDialog({
  open,
  onClose,
  callId,
  customer,
  agent,
  transcribed,
}: {
  open: boolean;
  onClose: () => void;
  callId: CallId;
  customer: string;
  agent: string;
  transcribed: boolean;
}) {
  const join = () => {
    noteSpeakingIntent(callId, Date.now());
    // A document of its own, which may use the microphone.
    window.location.assign(`/supervisor/calls/${callId}/speak`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Join the conversation?"
      description={
        <>
          <bdi>{customer}</bdi> and <bdi>{agent}</bdi> will both hear you, and are told your name.{' '}
          {transcribed ? 'What you say is written down with the call.' : null}
        </>
      }
      actions={
        <>
          <Button data-initial-focus onClick={onClose}>
            Stay silent
          </Button>
          <Button variant="danger" onClick={join}>
            Join, and be heard
          </Button>
        </>
      }
    />
  );
}
