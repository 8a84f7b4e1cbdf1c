import { clsx } from 'clsx';
import { LoaderCircle, SignalHigh, SignalLow, Unplug, WifiOff } from 'lucide-react';
import { forwardRef } from 'react';
import { Badge, type BadgeProps, type BadgeTone } from '../badge/badge.tsx';
import type { ConnectionQuality, ConnectionState } from './connection.ts';

/** What a badge shows: how well a connection does, once that is known. */
export type ConnectionBadgeView = ConnectionState | Exclude<ConnectionQuality, 'unknown'>;

/** Strings of a `ConnectionBadge`, by what it shows. */
export type ConnectionBadgeLabels = Record<ConnectionBadgeView, string>;
/** English words of the states and qualities of a connection; `labels` replaces them one by one. */
export const defaultConnectionBadgeLabels: ConnectionBadgeLabels = {
  idle: 'Not connected',
  connecting: 'Connecting…',
  connected: 'Connected',
  good: 'Connection good',
  poor: 'Connection poor',
  reconnecting: 'Reconnecting…',
  lost: 'Connection lost',
  moved: 'In another tab',
  refused: 'Not in this call',
};

/** How the connection stands, and how good it is while it stands. */
export interface ConnectionBadgeProps extends Omit<BadgeProps, 'tone' | 'icon' | 'children'> {
  state: ConnectionState;
  /** Default `unknown`. */
  quality?: ConnectionQuality | undefined;
  labels?: Partial<ConnectionBadgeLabels> | undefined;
}

/** The connection in words; changes are announced. */
export const ConnectionBadge = forwardRef<HTMLSpanElement, ConnectionBadgeProps>(
  function ConnectionBadge({ state, quality = 'unknown', labels, className, ...rest }, ref) {
    const view: ConnectionBadgeView =
      state === 'connected' && quality !== 'unknown' ? quality : state;
    const { tone, Icon } = looks[view];
    return (
      <Badge
        role="status"
        {...rest}
        ref={ref}
        className={clsx('aui-connection-badge', className)}
        data-slot="connection-badge"
        data-state={view}
        tone={tone}
        icon={<Icon />}
      >
        {labels?.[view] ?? defaultConnectionBadgeLabels[view]}
      </Badge>
    );
  },
);

const looks: Record<ConnectionBadgeView, { tone: BadgeTone; Icon: typeof SignalHigh }> = {
  idle: { tone: 'neutral', Icon: Unplug },
  connecting: { tone: 'neutral', Icon: LoaderCircle },
  connected: { tone: 'success', Icon: SignalHigh },
  good: { tone: 'success', Icon: SignalHigh },
  poor: { tone: 'warning', Icon: SignalLow },
  reconnecting: { tone: 'warning', Icon: LoaderCircle },
  lost: { tone: 'danger', Icon: WifiOff },
  moved: { tone: 'warning', Icon: Unplug },
  refused: { tone: 'neutral', Icon: Unplug },
};
