'use client';
import { type CallState, isTalking, isWaitingAgain } from '@agent/calls';
import { Notice } from '@agent/ui';
import { useEffect, useState } from 'react';

/** Says who is there now, to a customer who has waited for another agent on this page. */
export function TakenOn({ state, agentName }: { state: CallState; agentName: string }) {
  const isWaiting = isWaitingAgain(state);
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    if (isWaiting) setHasWaited(true);
  }, [isWaiting]);
  if (!hasWaited || !isTalking(state)) return null;
  return (
    <Notice
      tone="info"
      title={`${agentName} is with you now`}
      onDismiss={() => setHasWaited(false)}
    >
      {agentName} sees what was said so far.
    </Notice>
  );
}
