'use client';
import type { AgentStatus } from '@agent/protocol';
import { CircleDot, Coffee, PenLine, PhoneCall, PhoneIncoming, PhoneOff } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useContext,
  useId,
} from 'react';
import { formatClock } from '../format/clock.ts';
import { RunningTime, WallClock } from './wall-clock.tsx';
import type { WallAgentItem } from './wall-item.ts';
import { WallPanel } from './wall-panel.tsx';

/** Strings of an `AgentBoard`. */
export interface AgentBoardLabels {
  name: string;
  nobody: string;
  statuses: Record<AgentStatus, string>;
  since: (durationMs: number) => string;
  /** Follows a time that is longer than it should be. */
  tooLong: string;
}
/** English words of the board; `labels` replaces them one by one. */
export const defaultAgentBoardLabels: AgentBoardLabels = {
  name: 'Agents',
  nobody: 'No agent is on duty.',
  statuses: {
    available: 'Available',
    offered: 'Being offered a call',
    'on-call': 'On call',
    'wrap-up': 'Wrap-up',
    break: 'On break',
    offline: 'Offline',
  },
  since: formatClock,
  tooLong: 'long',
};

/** Who is on duty, and from when on a wrap-up is long. */
export interface AgentBoardProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** By name. */
  agents: readonly WallAgentItem[];
  /** A wrap-up that lasts longer stands out. Default 5 minutes. */
  longWrapUpMs?: number | undefined;
  /** Whether this is what was so when news last came. */
  stale?: boolean | undefined;
  /** Replaces the clock: epoch milliseconds of the clock that the times are of. */
  nowMs?: number | undefined;
  /** Language of times on hover. Default: the browser's. */
  locale?: string | undefined;
  labels?: Partial<AgentBoardLabels> | undefined;
}

/** Who could take a call stands first. */
const order = ['available', 'offered', 'on-call', 'wrap-up', 'break', 'offline'] as const;
const icons: Record<AgentStatus, ReactNode> = {
  available: <CircleDot aria-hidden="true" />,
  offered: <PhoneIncoming aria-hidden="true" />,
  'on-call': <PhoneCall aria-hidden="true" />,
  'wrap-up': <PenLine aria-hidden="true" />,
  break: <Coffee aria-hidden="true" />,
  offline: <PhoneOff aria-hidden="true" />,
};

/** Agents by what they do, each with for how long. */
export const AgentBoard = forwardRef<HTMLElement, AgentBoardProps>(function AgentBoard(
  { agents, longWrapUpMs = 300_000, stale = false, nowMs, locale, labels, ...rest },
  ref,
) {
  const text = { ...defaultAgentBoardLabels, ...labels };
  return (
    <WallPanel
      {...rest}
      ref={ref}
      slot="agent-board"
      heading={text.name}
      count={agents.length}
      none={text.nobody}
      stale={stale}
      nowMs={nowMs}
    >
      {order.map((status) => {
        const doing = agents.filter((agent) => agent.status === status);
        return doing.length === 0 ? null : (
          <Group
            key={status}
            status={status}
            agents={doing}
            longAfterMs={status === 'wrap-up' ? longWrapUpMs : Number.POSITIVE_INFINITY}
            locale={locale}
            text={text}
          />
        );
      })}
    </WallPanel>
  );
});

function Group({
  status,
  agents,
  longAfterMs,
  locale,
  text,
}: {
  status: AgentStatus;
  agents: readonly WallAgentItem[];
  longAfterMs: number;
  locale: string | undefined;
  text: AgentBoardLabels;
}) {
  const id = useId();
  const nowMs = useContext(WallClock);
  return (
    <section data-slot="agent-board-group" data-status={status} aria-labelledby={id}>
      <h3 id={id}>
        {icons[status]}
        {text.statuses[status]} <span data-slot="wall-count">{agents.length}</span>
      </h3>
      <ul>
        {agents.map((agent) => {
          const isLong = nowMs - Date.parse(agent.since) > longAfterMs;
          return (
            <li
              key={agent.userId}
              data-slot="agent-board-row"
              data-state={isLong ? 'long' : 'usual'}
            >
              <bdi data-slot="agent-board-name" title={agent.name}>
                {agent.name}
              </bdi>
              <span data-slot="agent-board-since">
                <RunningTime
                  slot="wall-time"
                  atMs={Date.parse(agent.since)}
                  words={text.since}
                  locale={locale}
                />
                {isLong ? <span data-slot="agent-board-long"> {text.tooLong}</span> : null}
              </span>
              {agent.breakReason ? (
                <bdi data-slot="wall-detail" title={agent.breakReason}>
                  {agent.breakReason}
                </bdi>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
