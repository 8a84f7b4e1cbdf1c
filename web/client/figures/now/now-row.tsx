'use client';
import { formatFigure } from '@agent/calls';
import type { AgentStatus } from '@agent/protocol';
import { Badge, formatClock, Skeleton } from '@agent/ui';
import { type WallFreshness, defaultWallSummaryLabels as words } from '@agent/ui/wall';
import { CircleCheck, CloudOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WallTime } from '../../supervision/use-wall-time.ts';
import type { Wall } from '../../supervision/wall-state.ts';
import './now-row.css';

/** What is so at this moment, from the same news as the wall. */
export function NowRow({
  wall,
  time,
}: {
  /** null while nothing is known. */
  wall: Wall | null;
  time: WallTime;
}) {
  const longest = wall?.waiting[0];
  return (
    <section
      className="now-row"
      aria-label="Now"
      data-state={wall !== null && time.freshness !== 'live' ? 'stale' : time.freshness}
    >
      <h2>
        Now <Freshness freshness={time.freshness} silentMs={time.silentMs} />
      </h2>
      <dl>
        <Item name="Waiting" value={wall && String(wall.waiting.length)}>
          {longest
            ? `longest ${formatClock(time.nowMs - Date.parse(longest.since))}`
            : 'nobody waits'}
        </Item>
        <Item name="Active calls" value={wall && String(wall.calls.length)}>
          {heldInWords(wall)}
        </Item>
        <Item name="Agents on duty" value={wall && String(wall.agents.length)}>
          {agentsInWords(wall)}
        </Item>
        <Item name="Service level today" value={wall && serviceLevel(wall)}>
          {servedInWords(wall)}
        </Item>
      </dl>
    </section>
  );
}

function Item({
  name,
  value,
  children,
}: {
  name: string;
  /** null while it is not known. */
  value: string | null;
  children: ReactNode;
}) {
  return (
    <div className="now-item">
      <dt>{name}</dt>
      <dd className="now-value">{value ?? <Skeleton width="48px" height="26px" />}</dd>
      <dd className="now-detail">{value === null ? '' : children}</dd>
    </div>
  );
}

function Freshness({ freshness, silentMs }: { freshness: WallFreshness; silentMs: number }) {
  switch (freshness) {
    case 'loading':
      return <Badge>{words.loading}</Badge>;
    case 'live':
      return (
        <Badge tone="success" icon={<CircleCheck />}>
          {words.live}
        </Badge>
      );
    case 'stale':
      return (
        <Badge tone="warning" icon={<TriangleAlert />}>
          {words.stale(silentMs)}
        </Badge>
      );
    case 'offline':
      return (
        <Badge tone="danger" icon={<CloudOff />}>
          {words.offline(silentMs)}
        </Badge>
      );
    default:
      return freshness satisfies never;
  }
}

function heldInWords(wall: Wall | null): string {
  const held = wall?.calls.filter(({ heldSince }) => heldSince !== null).length ?? 0;
  return held === 0 ? 'none on hold' : `${held} on hold`;
}

const statusWords: readonly (readonly [AgentStatus, string])[] = [
  ['available', 'available'],
  ['offered', 'ringing'],
  ['on-call', 'on call'],
  ['wrap-up', 'wrap-up'],
  ['break', 'on break'],
];

function agentsInWords(wall: Wall | null): string {
  const agents = wall?.agents ?? [];
  if (agents.length === 0) return 'nobody is on duty';
  return statusWords
    .map(([status, said]) => [agents.filter((one) => one.status === status).length, said] as const)
    .filter(([count, said]) => count > 0 || said === 'available')
    .map(([count, said]) => `${count} ${said}`)
    .join(' · ');
}

function serviceLevel({ today: { inTarget, targeted } }: Wall): string {
  return targeted === 0 ? '–' : formatFigure('share', inTarget / targeted);
}

function servedInWords(wall: Wall | null): string {
  if (!wall || wall.today.targeted === 0) return 'no calls yet';
  return `${wall.today.inTarget} of ${wall.today.targeted} in time`;
}
