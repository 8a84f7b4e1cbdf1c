'use client';
import type { CallView } from '@agent/protocol';
import { AppShell } from '@agent/ui';
import { useState } from 'react';
import { useAttention } from '#client/attention/use-attention.ts';
import {
  type CallCustomerState,
  useCallCustomer,
} from '#client/customer-record/use-call-customer.ts';
import { type AgentDeskState, useAgentDesk } from '#client/desk/use-agent-desk.ts';
import type { Theme } from '#client/preferences/theme.ts';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import { useDeskWindow } from '#client/staff/use-desk-window.ts';
import { AttentionNotices } from './attention-notices.tsx';
import { AttentionSettings } from './attention-settings.tsx';
import { CallDesk } from './call-desk.tsx';
import { DeskNotices } from './desk-notices.tsx';
import { IdleDesk } from './idle-desk.tsx';
import { IncomingOffer } from './incoming-offer.tsx';
import { TopBar } from './top-bar.tsx';

/** The desk of one agent: what is going on decides what it shows. */
export function AgentDesk({ displayName, theme }: { displayName: string; theme: Theme }) {
  const state = useAgentDesk();
  const { call, offer } = state.desk ?? {};
  // One stream from the offer to the end of the call, so that the record is there when it is taken.
  const customer = useCallCustomer(call?.callId ?? offer?.callId ?? null);
  const attention = useAttention(state.desk, state.connection);
  const settings = useSettingsDialog(Boolean(offer));
  const top = (
    <TopBar
      state={state}
      attention={attention}
      onSettings={settings.show}
      displayName={displayName}
      theme={theme}
    />
  );
  const isOnDuty = state.desk !== null && state.desk.status !== 'offline';
  useDeskWindow();
  return (
    <StaffFrame here="desk" staffRole="agent" busy={isOnDuty} withoutBar={Boolean(call)}>
      <AppShell variant="desk" className="agent-page" header={top}>
        <h1 className="visually-hidden">Your desk</h1>
        <DeskNotices state={state}>
          <AttentionNotices desk={state.desk} attention={attention} onSettings={settings.show} />
        </DeskNotices>
        <DeskContent state={state} customer={customer} displayName={displayName} />
        <IncomingOffer state={state} customer={customer} />
        <AttentionSettings
          open={settings.open}
          onClose={settings.hide}
          attention={attention}
          onCall={Boolean(call)}
        />
      </AppShell>
    </StaffFrame>
  );
}

function DeskContent({
  state,
  customer,
  displayName,
}: {
  state: AgentDeskState;
  customer: CallCustomerState;
  displayName: string;
}) {
  const { desk } = state;
  const lastCall = useLastCall(desk?.call ?? null);
  if (!desk?.call) return <IdleDesk state={state} lastCall={lastCall} />;
  return (
    <CallDesk
      key={desk.call.callId}
      view={desk.call}
      queueName={desk.queues.length > 1 ? desk.call.queue.name : undefined}
      customer={customer}
      agentName={displayName}
      storedDensity={desk.suggestionDensity}
    />
  );
}

/** The call that was on this desk before, once its wrap-up is done; a reload forgets it. */
function useLastCall(call: CallView | null): CallView | null {
  const [last, setLast] = useState(call);
  if (call !== null && call !== last) setLast(call);
  return last?.answeredAt ? last : null;
}

/** A dialog stands above an offer, and so gives way to it. */
function useSettingsDialog(isOffered: boolean) {
  const [open, setOpen] = useState(false);
  if (open && isOffered) setOpen(false);
  return { open, show: () => setOpen(true), hide: () => setOpen(false) };
}
