'use client';
import { type CallView, firstName, MAX_HELP_REASON_LENGTH } from '@agent/protocol';
import { AudioLevelMeter, CallControls, IconButton, ShortcutList, useShortcuts } from '@agent/ui';
import { HelpRequest } from '@agent/ui/supervision';
import { Keyboard, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { SoundSettings } from '#client/call/sound-settings.tsx';
import type { LiveCall } from '#client/call/use-call.ts';
import type { useHangUp } from '#client/call/use-hang-up.ts';
import type { Help } from '#client/desk/use-help.ts';
import type { Action } from '#client/http/use-action.ts';
import { callShortcuts } from './call-shortcuts.ts';
import { RecordingControls } from './recording-controls.tsx';

/** Mute, hold, hang up, the recording, the call for help, levels, and the way to the settings of the sound and the list of keys. */
export function CallBar({
  view,
  live,
  help,
  hangUp,
  hold,
  recordingPause,
}: {
  view: CallView;
  live: LiveCall;
  help: Help;
  hangUp: ReturnType<typeof useHangUp>;
  hold: Action<[boolean]>;
  recordingPause: Action<[boolean]>;
}) {
  const { audio, state } = live;
  const [listOpen, setListOpen] = useState(false);
  const [soundOpen, setSoundOpen] = useState(false);
  useShortcuts([{ keys: '?', label: 'Keyboard shortcuts', run: () => setListOpen(true) }]);
  const held = state.phase === 'held';
  return (
    <>
      <div className="call-bar">
        <RecordingControls view={view} call={state} pause={recordingPause} />
        <HelpRequest
          request={help.request}
          onAsk={help.ask}
          onEnd={help.end}
          pending={help.pending}
          maxReasonLength={MAX_HELP_REASON_LENGTH}
        />
        <CallControls
          muted={audio.state.muted}
          onMutedChange={audio.call.setMuted}
          held={held}
          onHeldChange={(next) => void hold.run(next)}
          onHangUp={() => void hangUp.run()}
          pending={hangUp.pending ? 'hang-up' : hold.pending ? 'hold' : undefined}
        >
          <AudioLevelMeter
            caption="You"
            subscribe={audio.call.subscribeOwnLevel}
            muted={audio.state.muted || held}
          />
          <AudioLevelMeter
            caption={firstName(view.customerName)}
            subscribe={audio.call.subscribeRemoteLevel}
          />
          <IconButton label="Sound" icon={<Settings2 />} onClick={() => setSoundOpen(true)} />
          <IconButton
            label="Keyboard shortcuts (?)"
            icon={<Keyboard />}
            onClick={() => setListOpen(true)}
          />
        </CallControls>
      </div>
      <ShortcutList open={listOpen} onClose={() => setListOpen(false)} shortcuts={callShortcuts} />
      <SoundSettings open={soundOpen} onClose={() => setSoundOpen(false)} audio={audio} />
    </>
  );
}
