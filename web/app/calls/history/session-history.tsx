'use client';
import type { SessionSummary } from '@agent/protocol';
import { Button, EmptyState, Notice, useShortcuts } from '@agent/ui';
import { noSessionFilters, SessionFilters, SessionList } from '@agent/ui/sessions';
import { PhoneOff, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import { messageOf, RequestError } from '#client/http/request-error.ts';
import { noFigure } from '#client/sessions/behind-figure.ts';
import { chosenOf, isUnfiltered } from '#client/sessions/session-address.ts';
import { sessionHref } from '#client/sessions/session-api.ts';
import { useSessionAddress } from '#client/sessions/use-session-address.ts';
import { useSessionAgents } from '#client/sessions/use-session-agents.ts';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';
import { useSessionList } from '#client/sessions/use-session-list.ts';
import { FigureChip } from './figure-chip.tsx';

/** Calls that are over, to look through, search and open. */
export function SessionHistory({ isOverseer }: { isOverseer: boolean }) {
  const router = useRouter();
  const address = useSessionAddress();
  const list = useSessionList(address.applied, address.pages);
  const agents = useSessionAgents(isOverseer);
  const { queues, outcomes } = useSessionChoices();
  const sessions = useMemo(
    () => (queues ? list.sessions : list.sessions.map(withoutQueue)),
    [list.sessions, queues],
  );
  const search = useRef<HTMLInputElement>(null);
  const calls = useRef<HTMLElement>(null);
  const goToSearch = () => {
    search.current?.focus();
    search.current?.select();
  };
  useShortcuts([{ keys: '/', label: 'Search', run: goToSearch }]);
  useScrollToSelected(calls, address.selectedId, list.sessions.length > 0);
  const goToCalls = () => {
    address.apply();
    calls.current?.querySelector<HTMLElement>('[data-slot="session-list-link"]')?.focus();
  };
  /** The address keeps the selection first: a change of it would take a new page back. */
  const open = async (callId: string, atMs: number | null) => {
    await address.select(callId);
    router.push(sessionHref(callId, atMs));
  };
  const more = () => (list.more === 'failed' ? list.retryMore() : address.wantPage());
  return (
    <div className="history">
      <div className="history-head">
        <h1>Calls</h1>
        <SessionFilters
          value={chosenOf(address.typed)}
          onValueChange={(chosen) => address.change({ ...address.typed, ...chosen })}
          agents={agents}
          queues={queues}
          outcomes={outcomes}
          count={list.count}
          onLeaveSearch={goToCalls}
          searchRef={search}
          searchKeys="/"
        />
      </div>
      <FigureChip
        figure={address.applied}
        onRemove={() => address.change({ ...address.typed, ...noFigure })}
      />
      <div className="history-list">
        {isSignedOut(list.problem) ? (
          <SignedOut />
        ) : (
          <SessionList
            ref={calls}
            sessions={sessions}
            sessionHref={sessionHref}
            onOpen={(callId, atMs) => void open(callId, atMs)}
            status={list.status}
            problem={list.problem ? messageOf(list.problem) : undefined}
            onRetry={list.retry}
            more={list.more}
            onMore={more}
            showAgent={isOverseer}
            selectedId={address.selectedId}
            onSelectedIdChange={(callId) => void address.select(callId)}
            empty={
              isUnfiltered(address.applied) ? (
                <NoneYet isOverseer={isOverseer} />
              ) : (
                <NothingFound
                  onClear={() => address.change({ ...noSessionFilters, ...noFigure })}
                />
              )
            }
          />
        )}
      </div>
    </div>
  );
}

/** Of one queue there is nothing to tell. */
function withoutQueue({ queue: _queue, ...session }: SessionSummary) {
  return session;
}

/** Brings the call that the address names into sight once, as the list has come. */
function useScrollToSelected(
  list: { current: HTMLElement | null },
  selectedId: string | null,
  isThere: boolean,
): void {
  const opened = useRef(selectedId);
  useEffect(() => {
    if (!isThere || opened.current === null) return;
    const row = list.current?.querySelector(`[data-call-id="${CSS.escape(opened.current)}"]`);
    if (!row) return;
    opened.current = null;
    row.scrollIntoView({ block: 'center' });
  });
}

function isSignedOut(problem: Error | null): boolean {
  return problem instanceof RequestError && problem.code === 'not-signed-in';
}

function SignedOut() {
  return (
    <Notice
      tone="warning"
      title="You have been signed out"
      action={
        <Button size="sm" variant="primary" onClick={() => window.location.reload()}>
          Sign in
        </Button>
      }
    >
      Sign in again to go on where you are.
    </Notice>
  );
}

function NoneYet({ isOverseer }: { isOverseer: boolean }) {
  return (
    <EmptyState
      icon={<PhoneOff />}
      title="No calls yet"
      description={
        isOverseer
          ? 'Calls stand here once they are over.'
          : 'Calls that you have taken stand here once they are over.'
      }
    />
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No call was found"
      description="Search for fewer words or for other ones, or take a filter away. What was said is found only where the customer agreed to be written down."
      action={<Button onClick={onClear}>Clear all</Button>}
    />
  );
}
