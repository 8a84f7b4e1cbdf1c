'use client';
import { IconButton, QueueSummary, Skeleton } from '@agent/ui';
import { Bell, BellOff } from 'lucide-react';
import type { Attention } from '#client/attention/use-attention.ts';
import type { Ring } from '#client/attention/use-ring.ts';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';
import { setAgentStatus } from '#client/http/call-api.ts';
import type { Theme } from '#client/preferences/theme.ts';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { SignOutButton } from '#client/sign-in/sign-out-button.tsx';
import { StatusMenu } from './status-menu.tsx';

/** Status and queue on the left, account on the right. */
export function TopBar({
  state,
  attention,
  onSettings,
  displayName,
  theme,
}: {
  state: AgentDeskState;
  attention: Attention;
  onSettings: () => void;
  displayName: string;
  theme: Theme;
}) {
  const { desk, status } = state;
  const isBusy = desk !== null && ['offered', 'on-call', 'wrap-up'].includes(desk.status);
  return (
    <>
      <div className="top-bar-start">
        {desk ? <StatusMenu desk={desk} status={status} /> : <Skeleton width="160px" />}
        {desk ? <QueueSummary {...desk.queue} /> : null}
      </div>
      <div className="top-bar-end">
        <IconButton
          label={`Ring and notifications (${ringWords(attention.ring)})`}
          icon={isHeard(attention.ring) ? <Bell /> : <BellOff />}
          onClick={onSettings}
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

function isHeard({ settings, trouble }: Ring): boolean {
  return settings.on && trouble !== 'blocked';
}

function ringWords(ring: Ring): string {
  if (!ring.settings.on) return 'ring is off';
  return isHeard(ring) ? 'ring is on' : 'ring is blocked';
}
