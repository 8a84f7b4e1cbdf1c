'use client';
import { isTalkOver } from '@agent/calls';
import { type CallView, firstName } from '@agent/protocol';
import {
  AudioLevelMeter,
  Button,
  CallControls,
  Captions,
  ChatPanel,
  ConnectionBadge,
  formatSeconds,
  IconButton,
  Notice,
  Timer,
  TranscriptionBadge,
} from '@agent/ui';
import { useTranscript } from '@agent/ui/live';
import { Settings2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CallNotices } from '#client/call/call-notices.tsx';
import { RecordingBadge } from '#client/call/recording-badge.tsx';
import { SoundSettings } from '#client/call/sound-settings.tsx';
import { type LiveCall, useCall } from '#client/call/use-call.ts';
import { useHangUp } from '#client/call/use-hang-up.ts';
import { chatEntries } from '#client/chat/use-chat.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { useStepHeading } from '#client/customer-flow/use-step-heading.ts';
import { captionPreference } from '#client/preferences/preferences.ts';
import { usePreference } from '#client/preferences/use-preference.ts';

/** The call itself: the agent's name, captions, chat and the few buttons there are. */
export function InCallStep({ flow, view }: { flow: CustomerFlow; view: CallView }) {
  const live = useCall(view.callId, 'customer', true);
  const { state, feedStatus } = live;
  const { endReason } = state;
  const { follow, resume } = flow;
  const over = isTalkOver(state);
  useEffect(() => {
    if (over) follow({ ...view, status: 'wrap-up' }, endReason);
  }, [over, endReason, follow, view]);
  useEffect(() => {
    if (feedStatus === 'refused') void resume();
  }, [feedStatus, resume]);
  return <InCallScreen view={view} live={live} />;
}

function InCallScreen({ view, live }: { view: CallView; live: LiveCall }) {
  const { state, audio, chat } = live;
  const [chatOpen, setChatOpen] = useState(false);
  const [soundOpen, setSoundOpen] = useState(false);
  const hangUp = useHangUp(live);
  const agentName = view.agentName ? firstName(view.agentName) : 'Your agent';
  const names = { customer: 'You', agent: agentName };
  const unread = useUnread(state.chat.length, chatOpen || live.feedStatus === 'loading');
  return (
    <div className="in-call" data-chat={chatOpen ? 'open' : 'closed'}>
      <InCallHead view={view} live={live} agentName={agentName} />
      <CallNotices live={live} other={agentName} problem={hangUp.problem}>
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
        />
      </div>
      <CallControls
        className="in-call-foot"
        size="lg"
        shortcuts={null}
        confirmHangUp
        muted={audio.state.muted}
        onMutedChange={audio.call.setMuted}
        onHangUp={() => void hangUp.run()}
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
}: {
  view: CallView;
  live: LiveCall;
  agentName: string;
}) {
  const heading = useStepHeading(false);
  const { state, audio } = live;
  return (
    <div className="in-call-head">
      <h1 ref={heading} tabIndex={-1}>
        {agentName}
      </h1>
      {view.answeredAt ? <Timer sinceMs={Date.parse(view.answeredAt)} /> : null}
      <div className="in-call-badges">
        <ConnectionBadge state={audio.state.connection} quality={audio.state.quality} />
        <TranscriptionBadge
          status={view.transcribed ? state.transcription.status : 'declined'}
          delayMs={state.transcription.delayMs}
          labels={customerTranscriptionLabels}
        />
        <RecordingBadge recording={state.recording} viewer="customer" />
      </div>
    </div>
  );
}

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
