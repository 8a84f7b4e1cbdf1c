'use client';
import type { Session } from '@agent/protocol';
import { Button, formatClock } from '@agent/ui';
import { assistAt, useCallState } from '@agent/ui/live';
import { usePlaybackPosition } from '@agent/ui/replay';
import { type MouseEvent, useMemo } from 'react';
import { type DeskColumns, useDeskColumns } from '#client/desk/use-desk-columns.ts';
import type { Replay } from '#client/replay/use-replay.ts';
import { useRecordOf } from '#client/replay/use-session-data.ts';
import { viewOfSession } from '#client/replay/view-of-session.ts';
import { isAfterTalk, pastMoment } from '../../agent/call-moment.ts';
import { CallScreen } from '../../agent/call-screen.tsx';
import { momentOfPress } from './moment-of-press.ts';

/** Ages of cards are in seconds. */
const STEP_MS = 1_000;

const columnNames = { left: 'Customer', main: 'Conversation', right: 'Assistant' } as const;

/**
 * The agent's desk at the playhead: the product's own screen, nothing of which can be pressed. A press
 * on a card or an alert leads to its moment.
 */
export function DeskAtPlayhead({ session, replay }: { session: Session; replay: Replay }) {
  const { reading, playback, time } = replay;
  const { call } = useCallState(reading);
  const positionMs = usePlaybackPosition(playback, STEP_MS);
  const nowMs = time.baseMs + positionMs;
  const view = useMemo(() => viewOfSession(session), [session]);
  const moment = pastMoment(view, call, nowMs);
  const columns = useDeskColumns(isAfterTalk(moment));
  const { customerId, isCustomerVerified } = call.assist;
  const customer = useRecordOf(customerId, isCustomerVerified);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const atMs = momentOfPress(event, call);
    if (atMs !== null) playback.seek(atMs);
  };
  return (
    <section className="desk-frame" aria-label="The agent’s desk">
      <header className="desk-frame-head">
        <h2>As it was at {formatClock(positionMs)}</h2>
        <DeskColumnChoice columns={columns} />
        {customer.connection === 'offline' ? (
          <Button size="sm" onClick={customer.retry}>
            Read the record again
          </Button>
        ) : null}
        <p>Live words are not kept: a line appears when it was final. The record is today’s.</p>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what it does the marks do by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <div className="desk-frame-screen" onClick={onClick}>
        <div inert className="desk-frame-still">
          <CallScreen
            moment={moment}
            assist={assistAt(call, nowMs)}
            customer={customer}
            agentName={call.agentName ?? session.agentName ?? 'Agent'}
            columns={columns}
          />
        </div>
      </div>
    </section>
  );
}

/** Which column is shown where not all have room; the desk's own tabs cannot be pressed. */
function DeskColumnChoice({ columns }: { columns: DeskColumns }) {
  if (columns.hasDrawer) {
    return (
      <Button
        size="sm"
        aria-pressed={columns.drawerOpen}
        data-active={columns.drawerOpen || undefined}
        onClick={() => columns.setDrawerOpen(!columns.drawerOpen)}
      >
        {columnNames.right}
      </Button>
    );
  }
  if (!columns.hasTabs) return null;
  return (
    <fieldset className="desk-frame-columns" aria-label="Part of the desk">
      {(['left', 'main', 'right'] as const).map((column) => (
        <Button
          key={column}
          size="sm"
          variant="ghost"
          aria-pressed={columns.active === column}
          data-active={columns.active === column || undefined}
          onClick={() => columns.setActive(column)}
        >
          {columnNames[column]}
        </Button>
      ))}
    </fieldset>
  );
}
