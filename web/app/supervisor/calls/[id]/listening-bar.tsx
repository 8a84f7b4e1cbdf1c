'use client';
import { joinedSupervisor } from '@agent/calls';
import { firstName } from '@agent/protocol';
import { Button, ConnectionBadge, IconButton, ShortcutList, useShortcuts } from '@agent/ui';
import { useConnectionState, useRoomContext } from '@livekit/components-react';
import { Keyboard, Mic } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { connectionWord } from '#client/listening/supervisor-room.ts';
import { CoachBox } from './coach-box.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { agentNameOf, type WatchedCall } from './watched-call.tsx';

const shortcuts = [
  { keys: 'C', label: 'Write to the agent' },
  { keys: 'J', label: 'Join the conversation; you are asked first' },
  { keys: '?', label: 'This list' },
];

/** How loud each side is, what to write to the agent, and the step to being heard. */
export function ListeningBar({ watched, children }: { watched: WatchedCall; children: ReactNode }) {
  const { view, call } = watched;
  const agentName = agentNameOf(watched);
  const room = useRoomContext();
  const connection = connectionWord(useConnectionState(room));
  const [open, setOpen] = useState<'join' | 'keys' | null>(null);
  const coach = useRef<HTMLDivElement>(null);
  const joined = joinedSupervisor(call.supervision);
  const mayJoin = !joined && call.phase === 'active';
  useShortcuts([
    { keys: 'C', label: 'Write', run: () => coach.current?.querySelector('textarea')?.focus() },
    { keys: 'J', label: 'Join', run: () => setOpen('join'), disabled: !mayJoin },
    { keys: '?', label: 'Keys', run: () => setOpen('keys') },
  ]);
  const close = () => setOpen(null);
  return (
    <div className="listening-bar">
      <div className="listening-voices">
        {children}
        <ConnectionBadge state={connection} />
      </div>
      <CoachBox ref={coach} watched={watched} />
      <div className="listening-ways">
        {joined ? (
          <p role="status">
            <bdi>{joined.name}</bdi> is in the conversation.
          </p>
        ) : (
          <Button icon={<Mic />} disabled={!mayJoin} onClick={() => setOpen('join')}>
            Join the conversation…
          </Button>
        )}
        <IconButton
          label="Keyboard shortcuts (?)"
          icon={<Keyboard />}
          onClick={() => setOpen('keys')}
        />
      </div>
      <JoinDialog
        open={open === 'join'}
        onClose={close}
        callId={view.callId}
        customer={firstName(view.customerName)}
        agent={firstName(agentName)}
        transcribed={view.transcribed}
      />
      <ShortcutList open={open === 'keys'} onClose={close} shortcuts={shortcuts} />
    </div>
  );
}
