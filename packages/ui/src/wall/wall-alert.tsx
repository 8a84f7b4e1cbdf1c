import type { AlertKind } from '@agent/protocol';
import { CircleCheck, Clock, Frown, Hand, MicOff, Pause, Turtle } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { Button } from '../button/button.tsx';
import { part } from '../react/part.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import { RunningTime, WallClock } from './wall-clock.tsx';
import { actKey, type WallContext } from './wall-context.ts';
import type { WallAct, WallAlertItem } from './wall-item.ts';
import { isPressing } from './wall-tiers.ts';

const icons: Record<AlertKind, ReactNode> = {
  help: <Hand aria-hidden="true" />,
  upset: <Frown aria-hidden="true" />,
  'no-text': <MicOff aria-hidden="true" />,
  hold: <Pause aria-hidden="true" />,
  late: <Turtle aria-hidden="true" />,
  long: <Clock aria-hidden="true" />,
};

/** Why a call stands out, who sees to it, and what can be done about it. Internal to the wall. */
export function WallAlert({
  callId,
  alert,
  isOver,
  context,
}: {
  callId: string;
  alert: WallAlertItem;
  isOver: boolean;
  context: WallContext;
}) {
  const { text, locale, classNames } = context;
  const words = text.alerts[alert.kind];
  return (
    <li
      {...part('call-wall-alert', classNames)}
      data-kind={alert.kind}
      data-state={stateOf(alert, useContext(WallClock))}
    >
      {icons[alert.kind]}
      <span data-slot="call-wall-reason">
        <RunningTime
          slot="call-wall-words"
          atMs={Date.parse(alert.since)}
          words={(sinceMs) => words(sinceMs, alert.figureMs)}
          locale={locale}
        />
        {alert.reason ? (
          <q dir="auto" title={alert.reason}>
            {alert.reason}
          </q>
        ) : null}
      </span>
      <Owner alert={alert} context={context} />
      {isOver || !context.onAct ? null : <Acts callId={callId} alert={alert} context={context} />}
    </li>
  );
}

type AlertState = 'open' | 'owned' | 'snoozed' | 'done';

function stateOf(alert: WallAlertItem, nowMs: number): AlertState {
  if (alert.isDone) return 'done';
  if (!isPressing(alert, nowMs)) return 'snoozed';
  return alert.owner ? 'owned' : 'open';
}

function Owner({ alert, context }: { alert: WallAlertItem; context: WallContext }) {
  const { text, viewerId, locale } = context;
  const { owner, isDone, snoozedUntil } = alert;
  const isSnoozed = stateOf(alert, useContext(WallClock)) === 'snoozed';
  const isMine = owner?.userId === viewerId;
  return (
    <span data-slot="call-wall-owner" data-owner={owner ? (isMine ? 'you' : 'other') : 'none'}>
      {isDone ? (
        <>
          <CircleCheck aria-hidden="true" />
          {text.done}
        </>
      ) : null}
      {!isDone && owner ? <bdi>{isMine ? text.isYours : text.owner(owner.name)}</bdi> : null}
      {isSnoozed && snoozedUntil ? (
        <RunningTime
          slot="call-wall-snoozed"
          atMs={Date.parse(snoozedUntil)}
          words={text.snoozed}
          locale={locale}
        />
      ) : null}
    </span>
  );
}

/** Whoever has taken something gives it back or is done with it; the others leave it to them. */
function Acts({
  callId,
  alert,
  context,
}: {
  callId: string;
  alert: WallAlertItem;
  context: WallContext;
}) {
  const { text, viewerId, onAct, snoozeMinutes, pending } = context;
  const { incident, owner, isDone } = alert;
  const isSnoozed = stateOf(alert, useContext(WallClock)) === 'snoozed';
  if (isDone || (owner && owner.userId !== viewerId)) return null;
  const isPending = pending.has(actKey(callId, incident));
  const act = (what: WallAct) => () => onAct?.(callId, incident, what);
  return (
    <span data-slot="call-wall-acts">
      {owner ? (
        <Button size="sm" pending={isPending} onClick={act({ act: 'release' })}>
          {text.release}
        </Button>
      ) : (
        <Button size="sm" data-act="take" pending={isPending} onClick={act({ act: 'take' })}>
          {text.take}
        </Button>
      )}
      {isSnoozed ? null : (
        <SnoozeMenu
          minutes={snoozeMinutes}
          onSnooze={(minutes) => act({ act: 'snooze', minutes })()}
          pending={isPending}
          text={text}
        />
      )}
      <Button size="sm" variant="ghost" pending={isPending} onClick={act({ act: 'done' })}>
        {text.finish}
      </Button>
    </span>
  );
}
