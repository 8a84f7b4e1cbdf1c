'use client';
import { AppShell } from '@agent/ui';
import type { Theme } from '../../client/theme.ts';
import { type AgentDeskState, useAgentDesk } from '../../client/use-agent-desk.ts';
import { CallDesk } from './call-desk.tsx';
import { DeskNotices } from './desk-notices.tsx';
import { IdleDesk } from './idle-desk.tsx';
import { IncomingOffer } from './incoming-offer.tsx';
import { TopBar } from './top-bar.tsx';

/** The desk of one agent: what is going on decides what it shows. */
export function AgentDesk({ displayName, theme }: { displayName: string; theme: Theme }) {
  const state = useAgentDesk();
  const top = <TopBar state={state} displayName={displayName} theme={theme} />;
  return (
    <AppShell variant="desk" className="agent-page" header={top}>
      <DeskNotices state={state} />
      <DeskContent state={state} displayName={displayName} />
      <IncomingOffer state={state} />
    </AppShell>
  );
}

function DeskContent({ state, displayName }: { state: AgentDeskState; displayName: string }) {
  const call = state.desk?.call;
  if (call) return <CallDesk key={call.callId} view={call} agentName={displayName} />;
  return <IdleDesk state={state} />;
}
