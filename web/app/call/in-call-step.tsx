'use client';
import { isTalking, isTalkOver, isWaitingAgain } from '@agent/calls';
import { type CallView, firstName } from '@agent/protocol';
import {
  AudioLevelMeter,
  Button,
  CallControls,
  Captions,
  ChatPanel,
  ConnectionBadge,
  defaultQueuePositionLabels,
  formatSeconds,
  IconButton,
  Notice,
  Timer,
  TranscriptionBadge,
} from '@agent/ui';
import { useTranscript } from '@agent/ui/live';
import { Settings2 } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { CallNotices } from '#client/call/call-notices.tsx';
import { RecordingBadge } from '#client/call/recording-badge.tsx';
import { SoundSettings } from '#client/call/sound-settings.tsx';
import { type LiveCall, useCall } from '#client/call/use-call.ts';
import { useHangUp } from '#client/call/use-hang-up.ts';
import { chatEntries } from '#client/chat/use-chat.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { useStepHeading } from '#client/customer-flow/use-step-heading.ts';
import type { Action } from '#client/http/use-action.ts';
import { captionPreference } from '#client/preferences/preferences.ts';
import { usePreference } from '#client/preferences/use-preference.ts';
import { TakenOn } from './taken-on.tsx';
import { WaitingAgain } from './waiting-again.tsx';

/** The call itself: the agent's name, captions, chat and the few buttons there are. */
export function InCallStep({ flow, view }: { flow: CustomerFlow; view: CallView }) {
  const live = useCall(view.callId, 'customer', true);
  const hangUp = useHangUp(live);
  const hasHungUp = useRef(false);
  const leave = () => {
    hasHungUp.current = true;
    void hangUp.run();
  };
  useFlowOf(live, flow, view, hasHungUp);
  return <InCallScreen flow={flow} view={view} live={live} hangUp={hangUp} onLeave={leave} />;
}

/** Takes the flow along with what the log tells of the call. */
function useFlowOf(
  { state, feedStatus }: LiveCall,
  { follow, resume, goTo }: CustomerFlow,
  view: CallView,
  hasHungUp: RefObject<boolean>,
): void {
  const { phase, agentName, endReason } = state;
  const over = isTalkOver(state);
  const isTakenOn = isTalking(state) && view.waitsAgainSince !== null;
  useEffect(() => {
    if (isTakenOn) follow({ ...view, status: 'active', agentName, waitsAgainSince: null });
  }, [isTakenOn, agentName, follow, view]);
  useEffect(() => {
    if (!over) return;
    if (phase !== 'abandoned') follow({ ...view, status: 'wrap-up' }, endReason);
    else if (hasHungUp.current) goTo('left');
    else follow({ ...view, status: 'abandoned' });
  }, [over, phase, endReason, follow, goTo, hasHungUp, view]);
  useEffect(() => {
    if (feedStatus === 'refused') void resume();
  }, [feedStatus, resume]);
}

interface InCallScreenProps {
  flow: CustomerFlow;
  view: CallView;
  live: LiveCall;
  hangUp: Action<[]>;
  onLeave: () => void;
}

function InCallScreen({ flow, view, live, hangUp, onLeave }: InCallScreenProps) {
  const { state, audio, chat } = live;
  const [chatOpen, setChatOpen] = useState(false);
  const [soundOpen, setSoundOpen] = useState(false);
  const waitsSinceMs = waitingSince(live, view);
  const isWaiting = waitsSinceMs !== null;
  const agentName = agentNameIn(live, view);
  const names = { customer: 'You', agent: agentName };
  const unread = useUnread(state.chat.length, chatOpen || live.feedStatus === 'loading');
  return (
    <div className="in-call" data-chat={chatOpen ? 'open' : 'closed'}>
      <InCallHead view={view} live={live} agentName={agentName} waitsSinceMs={waitsSinceMs} />
      <CallNotices live={live} other={agentName} problem={hangUp.problem}>
        {isWaiting ? <WaitingAgain flow={flow} view={view} /> : null}
        <TakenOn state={state} agentName={agentName} />
        {state.phase === 'held' ? (
          <Notice tone="info" title={`${agentName} has put you on hold`}>
            You cannot hear each other for now. Stay on this page.
          </Notice>
        ) : null}
      </CallNotices>
      <nav className="in-call-tabs" aria-label="Parts of the call">
        <Button
          size="lg"
          variant="ghost"
          aria-current={!chatOpen || undefined}
          onClick={() => setChatOpen(false)}
        >
          {view.transcribed ? 'Captions' : 'Call'}
        </Button>
        <Button
          size="lg"
          variant="ghost"
          aria-current={chatOpen || undefined}
          onClick={() => setChatOpen(true)}
        >
          {unread > 0 ? `Chat · ${unread} new` : 'Chat'}
        </Button>
      </nav>
      <div className="in-call-body">
        <CaptionArea view={view} live={live} names={names} />
        <ChatPanel
          className="in-call-chat"
          viewer="customer"
          names={names}
          messages={chatEntries(state, chat.outgoing, 'customer')}
          onSend={chat.send}
          onRetry={chat.retry}
          disabled={isWaiting}
        />
      </div>
      <CallControls
        className="in-call-foot"
        size="lg"
        shortcuts={null}
        confirmHangUp
        muted={audio.state.muted}
        onMutedChange={audio.call.setMuted}
        onHangUp={onLeave}
        labels={isWaiting ? leaveLabels : undefined}
        pending={hangUp.pending ? 'hang-up' : undefined}
      >
        <AudioLevelMeter
          caption="You"
          subscribe={audio.call.subscribeOwnLevel}
          muted={audio.state.muted}
        />
        <AudioLevelMeter caption={agentName} subscribe={audio.call.subscribeRemoteLevel} />
        <IconButton
          size="lg"
          label="Microphone and speaker"
          icon={<Settings2 />}
          onClick={() => setSoundOpen(true)}
        />
      </CallControls>
      <SoundSettings open={soundOpen} onClose={() => setSoundOpen(false)} audio={audio} />
    </div>
  );
}

function InCallHead({
  view,
  live,
  agentName,
  waitsSinceMs,
}: {
  view: CallView;
  live: LiveCall;
  agentName: string;
  /** In milliseconds since 1970; null: somebody is there. */
  waitsSinceMs: number | null;
}) {
  const heading = useStepHeading(false);
  const { state, audio } = live;
  const isWaiting = waitsSinceMs !== null;
  const sinceMs = waitsSinceMs ?? (view.answeredAt ? Date.parse(view.answeredAt) : null);
  return (
    <div className="in-call-head">
      <h1 ref={heading} tabIndex={-1}>
        {isWaiting ? 'Waiting for another agent' : agentName}
      </h1>
      {sinceMs === null ? null : <Timer sinceMs={sinceMs} />}
      <div className="in-call-badges">
        <ConnectionBadge state={audio.state.connection} quality={audio.state.quality} />
        {isWaiting ? null : (
          <TranscriptionBadge
            status={view.transcribed ? state.transcription.status : 'declined'}
            delayMs={state.transcription.delayMs}
            labels={customerTranscriptionLabels}
          />
        )}
        <RecordingBadge recording={state.recording} viewer="customer" />
      </div>
    </div>
  );
}

/** Since when the customer waits for another agent, in milliseconds since 1970; null: it does not. */
function waitingSince({ state, feedStatus }: LiveCall, view: CallView): number | null {
  const wait = state.waits.at(-1);
  if (isWaitingAgain(state) && wait) return (state.answeredAtMs ?? 0) + wait.startMs;
  const isUnread = feedStatus === 'loading' && view.waitsAgainSince !== null;
  return isUnread ? Date.parse(view.waitsAgainSince ?? '') : null;
}

/** What the agent of now is called; the log knows of another one first. */
function agentNameIn({ state }: LiveCall, view: CallView): string {
  const name = state.agents.length > 1 ? state.agentName : (state.agentName ?? view.agentName);
  return name ? firstName(name) : 'Your agent';
}

/** In place of those of a call: there is nobody to hang up on. */
const leaveLabels = {
  hangUp: defaultQueuePositionLabels.leave,
  confirmTitle: defaultQueuePositionLabels.leaveTitle,
  confirmDescription: defaultQueuePositionLabels.leaveDescription,
  confirm: defaultQueuePositionLabels.leaveConfirm,
  cancel: defaultQueuePositionLabels.stay,
};

const customerTranscriptionLabels = {
  live: () => 'Captions live',
  delayed: (delayMs: number | null) =>
    delayMs === null ? 'Captions late' : `Captions ${formatSeconds(delayMs)} late`,
  off: 'Captions off for now',
  declined: 'Not written down',
};

function CaptionArea({
  view,
  live,
  names,
}: {
  view: CallView;
  live: LiveCall;
  names: { customer: string; agent: string };
}) {
  const { items } = useTranscript(live.feed);
  const [captions, setCaptions] = usePreference(captionPreference);
  if (!view.transcribed) {
    return (
      <p className="in-call-untranscribed">
        As you asked, nothing you say is written down. Chat messages are kept.
      </p>
    );
  }
  return (
    <Captions
      className="in-call-captions"
      items={items}
      names={names}
      maxTurns={6}
      visible={captions.on}
      onVisibleChange={(on) => setCaptions({ ...captions, on })}
      size={captions.size}
      onSizeChange={(size) => setCaptions({ ...captions, size })}
    />
  );
}

/** Messages that came while nobody could see them; those of before a reload are known. */
function useUnread(count: number, isSeen: boolean): number {
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (isSeen) setSeen(null);
    else setSeen((known) => known ?? count);
  }, [isSeen, count]);
  return isSeen || seen === null ? 0 : Math.max(0, count - seen);
}
