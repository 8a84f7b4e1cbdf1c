'use client';
import { snoozeMinutes } from '@agent/protocol';
import { EmptyState, IconButton, Notice, ShortcutList, useShortcuts } from '@agent/ui';
import { AgentBoard, CallWall, unattended, WaitingList, WallSummary } from '@agent/ui/wall';
import { Keyboard, PhoneOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { useTabBadge } from '#client/attention/use-tab-badge.ts';
import { breakReasonWords } from '#client/desk/status-choices.ts';
import { useAlertActs } from '#client/supervision/use-alert-acts.ts';
import { useWall } from '#client/supervision/use-wall.ts';
import { useWallTime, type WallTime } from '#client/supervision/use-wall-time.ts';
import { listeningHref } from '#client/supervision/wall-api.ts';
import { hasSeveralQueues, type Wall } from '#client/supervision/wall-state.ts';
import { WallConnection } from './wall-connection.tsx';
import { wallShortcuts } from './wall-shortcuts.ts';

/** All calls that go on, who waits, and what agents do. */
export function SupervisorWall({ userId }: { userId: string }) {
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const followed = useWall(attempt);
  const time = useWallTime(followed);
  const { wall, connection } = followed;
  const acts = useAlertActs(wall);
  const listen = useCallback((callId: string) => router.push(listeningHref(callId)), [router]);
  const needHelp = countUnattended(wall, time.nowMs);
  useTabBadge(needHelp > 0 ? `(${needHelp}) ${needHelp === 1 ? 'needs' : 'need'} help` : null);
  const isStale = wall !== null && time.freshness !== 'live';
  const showQueue = useMemo(() => wall !== null && hasSeveralQueues(wall), [wall]);
  const common = { showQueue, nowMs: time.nowMs, stale: isStale };
  return (
    <div className="wall">
      <WallHead wall={wall} needHelp={needHelp} time={time} />
      <div className="wall-body">
        <div className="wall-calls">
          <WallConnection
            connection={connection}
            isThere={wall !== null}
            onFollow={() => setAttempt((before) => before + 1)}
          />
          {acts.problem ? (
            <Notice tone="error" title="That did not work" onDismiss={acts.clear}>
              {acts.problem}
            </Notice>
          ) : null}
          <CallWall
            calls={wall?.calls ?? []}
            status={wall === null ? 'loading' : isStale ? 'stale' : 'ready'}
            viewerId={userId}
            listenHref={listeningHref}
            onListen={listen}
            onAct={acts.act}
            pending={acts.pending}
            snoozeMinutes={snoozeMinutes}
            showQueue={showQueue}
            nowMs={time.nowMs}
            empty={<NoCalls />}
          />
        </div>
        {wall ? (
          <aside className="wall-side" aria-label="Line and agents">
            <WaitingList waiting={wall.waiting} {...common} />
            <Agents wall={wall} nowMs={time.nowMs} isStale={isStale} />
          </aside>
        ) : null}
      </div>
    </div>
  );
}

function WallHead({
  wall,
  needHelp,
  time,
}: {
  wall: Wall | null;
  needHelp: number;
  time: WallTime;
}) {
  const [isListOpen, setListOpen] = useState(false);
  useShortcuts([{ keys: '?', label: 'Keyboard shortcuts', run: () => setListOpen(true) }]);
  const longest = wall?.waiting[0]?.since;
  const agents = wall?.agents ?? [];
  return (
    <div className="wall-head">
      <h1>Wall</h1>
      <WallSummary
        calls={wall?.calls.length ?? 0}
        needHelp={needHelp}
        waiting={wall?.waiting.length ?? 0}
        longestSinceMs={longest === undefined ? null : Date.parse(longest)}
        available={agents.filter(({ status }) => status === 'available').length}
        onDuty={agents.length}
        freshness={time.freshness}
        silentMs={time.silentMs}
        nowMs={time.nowMs}
      />
      <IconButton
        label="Keyboard shortcuts (?)"
        icon={<Keyboard />}
        onClick={() => setListOpen(true)}
      />
      <ShortcutList
        open={isListOpen}
        onClose={() => setListOpen(false)}
        shortcuts={wallShortcuts}
      />
    </div>
  );
}

function Agents({ wall, nowMs, isStale }: { wall: Wall; nowMs: number; isStale: boolean }) {
  const agents = useMemo(
    () =>
      wall.agents.map(({ breakReason, ...agent }) => ({
        ...agent,
        breakReason: breakReason ? breakReasonWords(breakReason) : undefined,
      })),
    [wall.agents],
  );
  return <AgentBoard agents={agents} nowMs={nowMs} stale={isStale} />;
}

function NoCalls() {
  return (
    <EmptyState
      icon={<PhoneOff />}
      title="No calls at the moment"
      description="A call stands here as soon as an agent has taken it."
    />
  );
}

/** How many calls need help that nobody gives. */
function countUnattended(wall: Wall | null, nowMs: number): number {
  const calls = wall?.calls ?? [];
  return calls.filter((call) => unattended(call, nowMs).length > 0).length;
}
