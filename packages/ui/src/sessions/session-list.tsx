'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useRef } from 'react';
import { Notice } from '../notice/notice.tsx';
import { RetryNotice } from '../notice/retry-notice.tsx';
import { nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { useBrowserValue } from '../react/use-browser-value.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { useNow } from '../react/use-now.ts';
import type { SessionContext, SessionListPart } from './session-context.ts';
import { dayBeside, dayOf, type SessionDay, sessionDays } from './session-days.ts';
import type { SessionItem } from './session-item.ts';
import { defaultSessionListLabels, type SessionListLabels } from './session-list-labels.ts';
import { SessionListSkeleton } from './session-list-skeleton.tsx';
import { SessionMore, type SessionMoreState } from './session-more.tsx';
import { SessionRow } from './session-row.tsx';
import { useSessionKeys } from './use-session-keys.ts';

/**
 * How the list stands: `updating` shows the calls of a question before while others are fetched,
 * `paused` waits for the network.
 */
export type SessionListStatus = 'loading' | 'updating' | 'ready' | 'failed' | 'paused';

/** Calls that are over, newest first, and what a press on one of them does. */
export interface SessionListProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Newest first, by when they ended. */
  sessions: readonly SessionItem[];
  /** Where a call is shown; `atMs`: from that moment on, null: from its start. */
  sessionHref: (callId: string, atMs: number | null) => string;
  /** Opens it without a new page; a press with Ctrl, ⌘ or Shift stays the browser's. */
  onOpen?: ((callId: string, atMs: number | null) => void) | undefined;
  /** Default `ready`. */
  status?: SessionListStatus | undefined;
  /** Why it failed, in words. */
  problem?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** Whether there are more calls than these. Default `none`. */
  more?: SessionMoreState | undefined;
  onMore?: (() => void) | undefined;
  /** Stands in the place of calls when there are none. */
  empty?: ReactNode;
  /** Leave it out where all calls are of one agent. Default true. */
  showAgent?: boolean | undefined;
  /** The call that was last focused or opened; null for none. */
  selectedId?: string | null | undefined;
  /** Default null. */
  defaultSelectedId?: string | null | undefined;
  onSelectedIdChange?: ((callId: string | null) => void) | undefined;
  /** Replaces the clock, for tests. */
  nowMs?: number | undefined;
  /** Default: that of the browser. */
  timeZone?: string | undefined;
  /** Language of dates. Default `en`. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<SessionListPart> | undefined;
  labels?: Partial<SessionListLabels> | undefined;
}

/** "Today" becomes "Yesterday" this soon after midnight. */
const TICK_MS = 30_000;

/** Calls that are over, by day: one line each with what became of it, and the lines that were found. */
export const SessionList = forwardRef<HTMLElement, SessionListProps>(function SessionList(
  {
    sessions,
    sessionHref,
    onOpen,
    status = 'ready',
    problem,
    onRetry,
    more = 'none',
    onMore,
    empty,
    showAgent = true,
    selectedId,
    defaultSelectedId = null,
    onSelectedIdChange,
    nowMs,
    timeZone,
    locale = 'en',
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultSessionListLabels, ...labels };
  const id = useId();
  const clockMs = useNow(TICK_MS, nowMs);
  // A server knows no time zone of the reader.
  const ownZone = useBrowserValue<string | undefined>(() => undefined, 'UTC');
  const [selected, select] = useControllable({
    value: selectedId,
    defaultValue: defaultSelectedId,
    onChange: onSelectedIdChange,
  });
  const own = useRef<HTMLElement>(null);
  const root = useMergedRef(own, ref);
  const onKeyDown = useSessionKeys(own, selected);
  const context: SessionContext = {
    sessionHref,
    onOpen,
    showAgent,
    selected,
    onSelect: select,
    timeZone: timeZone ?? ownZone,
    locale,
    text,
    classNames,
  };
  const state = sessions.length === 0 && status === 'ready' ? 'empty' : status;
  return (
    <section
      aria-labelledby={nameFrom(`${id}-name`, rest)}
      aria-busy={status === 'loading' || status === 'updating'}
      {...rest}
      ref={root}
      className={clsx('aui-session-list', className)}
      data-slot="session-list"
      data-state={state}
      data-agents={showAgent ? 'shown' : 'hidden'}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        onKeyDown(event);
      }}
    >
      <h2 id={`${id}-name`} data-slot="visually-hidden">
        {text.name}
      </h2>
      <p data-slot="visually-hidden" role="status">
        {status === 'loading' || status === 'updating' ? text.loading : ''}
      </p>
      {status === 'paused' ? <Notice tone="warning" title={text.offline} /> : null}
      {status === 'failed' ? <Failure text={text} problem={problem} onRetry={onRetry} /> : null}
      {status === 'loading' || (status === 'paused' && sessions.length === 0) ? (
        <SessionListSkeleton showAgent={showAgent} />
      ) : null}
      {state === 'empty' ? empty : null}
      {sessionDays(sessions, context.timeZone).map((day) => (
        <Day key={day.key} day={day} nowMs={clockMs} context={context} />
      ))}
      {sessions.length > 0 ? <SessionMore state={more} onMore={onMore} text={text} /> : null}
    </section>
  );
});

function Failure({
  text,
  problem,
  onRetry,
}: {
  text: SessionListLabels;
  problem: string | undefined;
  onRetry: (() => void) | undefined;
}) {
  const words = { errorTitle: text.failed, errorDescription: problem ?? '', retry: text.retry };
  return <RetryNotice text={words} onRetry={onRetry} />;
}

function Day({
  day,
  nowMs,
  context,
}: {
  day: SessionDay<SessionItem>;
  nowMs: number;
  context: SessionContext;
}) {
  const { text, timeZone, locale, classNames } = context;
  const id = useId();
  const beside = dayBeside(day.key, nowMs, timeZone);
  const withYear = !day.key.startsWith(dayOf(nowMs, timeZone).slice(0, 4));
  const words =
    beside === 'another' ? text.date(day.atMs, { locale, timeZone, withYear }) : text[beside];
  return (
    <section {...part('session-list-day', classNames)} aria-labelledby={id}>
      <h3 id={id}>
        <time dateTime={day.key}>{words}</time>
      </h3>
      <ol>
        {day.sessions.map((session) => (
          <SessionRow key={session.callId} session={session} context={context} />
        ))}
      </ol>
    </section>
  );
}
