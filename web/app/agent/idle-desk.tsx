'use client';
import type { AgentStreamState, CallView } from '@agent/protocol';
import { Button, EmptyState, KeyboardHint, Skeleton } from '@agent/ui';
import { Coffee, Headset, PhoneIncoming } from 'lucide-react';
import type { ReactNode } from 'react';
import { breakReasonWords } from '#client/desk/status-choices.ts';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';
import { sessionHref } from '#client/sessions/session-api.ts';
import { BESIDE_DESK } from '#client/staff/desk-window.ts';

/** The desk between calls: what happens next and what to do for it. */
export function IdleDesk({
  state,
  lastCall,
}: {
  state: AgentDeskState;
  lastCall: CallView | null;
}) {
  const { desk } = state;
  return (
    <div className="idle-desk">
      {desk ? <Waiting state={state} /> : <Skeleton lines={3} />}
      {lastCall ? <LastCall call={lastCall} /> : null}
      <KeyList />
    </div>
  );
}

function Waiting({ state }: { state: AgentDeskState }) {
  const { desk, status } = state;
  const goAvailable = (
    <Button
      size="lg"
      variant="primary"
      pending={status.pending}
      onClick={() => void status.run({ status: 'available' })}
    >
      Go available
    </Button>
  );
  if (desk?.status === 'break') {
    return (
      <EmptyState
        icon={<Coffee />}
        title="You are on a break"
        description={`${breakSentence(desk)} No calls are offered to you. ${queueWords(desk.queue.waiting)}`}
        action={goAvailable}
      />
    );
  }
  if (desk?.status === 'available' || desk?.status === 'offered') {
    return (
      <EmptyState
        icon={<PhoneIncoming />}
        title={desk.queues.length === 0 ? 'You are in no queue' : 'Waiting for the next call'}
        description={nextCallWords(desk.queues)}
      />
    );
  }
  return (
    <EmptyState
      icon={<Headset />}
      title="You are offline"
      description={`Go available to be offered calls. Your browser asks for the microphone once. ${queueWords(desk?.queue.waiting ?? 0)}`}
      action={goAvailable}
    />
  );
}

const howItAppears = "It appears here with 20 seconds to accept. The tab's title tells you, too.";

/** Of which queues a call may come, where there is more than one. */
function nextCallWords(queues: AgentStreamState['queues']): string {
  if (queues.length === 0) {
    return 'No calls can be offered to you. Ask an admin to put you into a queue.';
  }
  if (queues.length === 1) return howItAppears;
  const names = new Intl.ListFormat('en').format(queues.map(({ name }) => name));
  return `${howItAppears} You take calls of ${names}.`;
}

/** The way to the replay of what has just been wrapped up; the desk stays open. */
function LastCall({ call }: { call: CallView }) {
  return (
    <p className="last-call">
      Your last call was with <bdi>{call.customerName}</bdi>.{' '}
      <a className="link" href={sessionHref(call.callId, null)} target={BESIDE_DESK} rel="opener">
        Open this call
        <span className="visually-hidden"> (in a new window)</span>
      </a>
    </p>
  );
}

/** Why there is a break, where somebody said so or the system did. */
function breakSentence({ breakReason }: AgentStreamState): string {
  if (!breakReason) return '';
  if (breakReason.kind === 'no-answer') {
    return 'Nobody took the last call that was offered here, so it went on to somebody else.';
  }
  return `Reason: ${breakReasonWords(breakReason)}.`;
}

function queueWords(waiting: number): string {
  if (waiting === 0) return 'Nobody is waiting.';
  return waiting === 1 ? 'One customer is waiting.' : `${waiting} customers are waiting.`;
}

function KeyList() {
  return (
    <section className="idle-keys" aria-labelledby="idle-keys">
      <h2 id="idle-keys">Keys during a call</h2>
      <dl>
        <Key keys="Enter" what="Accept the call on offer" />
        <Key keys="M" what="Mute or unmute yourself" />
        <Key keys="H" what="Put the customer on hold and back" />
        <Key keys="U" what="Put a suggestion into the chat box" />
        <Key keys="Shift+Mod+E" what="Hang up" />
        <Key keys="?" what="List all keys" />
      </dl>
    </section>
  );
}

function Key({ keys, what }: { keys: string; what: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <KeyboardHint keys={keys} />
      </dd>
    </div>
  );
}
