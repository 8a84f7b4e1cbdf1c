'use client';
import { IconButton, QueueSummary, Skeleton } from '@agent/ui';
import { Bell, BellOff } from 'lucide-react';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';
import { setAgentStatus } from '#client/http/call-api.ts';
import { soundPreference } from '#client/preferences/preferences.ts';
import type { Theme } from '#client/preferences/theme.ts';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { usePreference } from '#client/preferences/use-preference.ts';
import { SignOutButton } from '#client/sign-in/sign-out-button.tsx';
import { StatusMenu } from './status-menu.tsx';

/** Status and queue on the left, account on the right. */
export function TopBar({
  state,
  displayName,
  theme,
}: {
  state: AgentDeskState;
  displayName: string;
  theme: Theme;
}) {
  const { desk, status } = state;
  const [sound, setSound] = usePreference(soundPreference);
  const isBusy = desk !== null && ['offered', 'on-call', 'wrap-up'].includes(desk.status);
  return (
    <>
      <div className="top-bar-start">
        {desk ? <StatusMenu desk={desk} status={status} /> : <Skeleton width="160px" />}
        {desk ? <QueueSummary {...desk.queue} /> : null}
      </div>
      <div className="top-bar-end">
        <IconButton
          label={sound ? 'Ring for calls: on' : 'Ring for calls: off'}
          icon={sound ? <Bell /> : <BellOff />}
          pressed={sound}
          onClick={() => setSound(!sound)}
        />
        <ThemeToggle initial={theme} />
        <span className="top-bar-name">{displayName}</span>
        <SignOutButton
          size="sm"
          variant="ghost"
          disabled={isBusy}
          title={isBusy ? 'Finish the call first' : undefined}
          beforeSignOut={() => setAgentStatus({ status: 'offline' }).catch(() => undefined)}
        />
      </div>
    </>
  );
}
