'use client';
import type { CallView } from '@agent/protocol';
import {
  AudioLevelMeter,
  CallControls,
  type DeskColumn,
  DeskLayout,
  IconButton,
  ShortcutList,
  useShortcuts,
} from '@agent/ui';
import { Keyboard, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { setHold } from '../../client/call-api.ts';
import { CallNotices } from '../../client/call-notices.tsx';
import { SoundSettings } from '../../client/sound-settings.tsx';
import { useAction } from '../../client/use-action.ts';
import { type LiveCall, useCall } from '../../client/use-call.ts';
import { useHangUp } from '../../client/use-hang-up.ts';
import { useLevels } from '../../client/use-levels.ts';
import { CallHead } from './call-head.tsx';
import { Conversation } from './conversation.tsx';
import { CustomerColumn } from './customer-column.tsx';
import { WrapUpColumn } from './wrap-up-column.tsx';

const shortcuts = [
  { keys: 'M', label: 'Mute or unmute' },
  { keys: 'H', label: 'Hold or resume' },
  { keys: 'Shift+Mod+E', label: 'Hang up' },
  { keys: 'Enter', label: 'Send the chat message' },
  { keys: '?', label: 'This list' },
];

/** The desk during a call and its wrap-up. */
export function CallDesk({ view, agentName }: { view: CallView; agentName: string }) {
  const live = useCall(view.callId, view.status === 'active');
  const isOver = view.status === 'wrap-up' || live.state.phase === 'ended';
  const [column, setColumn] = useState<DeskColumn | null>(null);
  const hangUp = useHangUp(live);
  const hold = useAction(async (held: boolean) => {
    await setHold(view.callId, held);
    live.retry();
  });
  const wrapUp = isOver ? <WrapUpColumn view={view} live={live} /> : undefined;
  return (
    <DeskLayout
      className="call-desk"
      left={<CustomerColumn view={view} />}
      main={
        <>
          <CallHead view={view} live={live} isOver={isOver} />
          <CallNotices live={live} problem={hangUp.problem ?? hold.problem} />
          <Conversation view={view} live={live} agentName={agentName} isOver={isOver} />
        </>
      }
      right={wrapUp}
      bottom={isOver ? undefined : <Controls view={view} live={live} hangUp={hangUp} hold={hold} />}
      // The form is what matters once the call is over, also where there is one column only.
      activeColumn={column ?? (isOver ? 'right' : 'main')}
      onActiveColumnChange={setColumn}
      defaultDrawerOpen
      labels={{ right: 'Wrap-up' }}
    />
  );
}

function Controls({
  view,
  live,
  hangUp,
  hold,
}: {
  view: CallView;
  live: LiveCall;
  hangUp: ReturnType<typeof useHangUp>;
  hold: ReturnType<typeof useAction<[boolean]>>;
}) {
  const { audio, state } = live;
  const [listOpen, setListOpen] = useState(false);
  const [soundOpen, setSoundOpen] = useState(false);
  const levels = useLevels(audio.call);
  useShortcuts([{ keys: '?', label: 'Keyboard shortcuts', run: () => setListOpen(true) }]);
  const held = state.phase === 'held';
  return (
    <>
      <CallControls
        muted={audio.state.muted}
        onMutedChange={audio.call.setMuted}
        held={held}
        onHeldChange={(next) => void hold.run(next)}
        onHangUp={() => void hangUp.run()}
        pending={hangUp.pending ? 'hang-up' : hold.pending ? 'hold' : undefined}
      >
        <AudioLevelMeter caption="You" subscribe={levels.own} muted={audio.state.muted || held} />
        <AudioLevelMeter caption={firstName(view.customerName)} subscribe={levels.remote} />
        <IconButton label="Sound" icon={<Settings2 />} onClick={() => setSoundOpen(true)} />
        <IconButton
          label="Keyboard shortcuts (?)"
          icon={<Keyboard />}
          onClick={() => setListOpen(true)}
        />
      </CallControls>
      <ShortcutList open={listOpen} onClose={() => setListOpen(false)} shortcuts={shortcuts} />
      <SoundSettings open={soundOpen} onClose={() => setSoundOpen(false)} audio={audio} />
    </>
  );
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
