'use client';
import { type AgentStreamState, firstName } from '@agent/protocol';
import { formatClock } from '@agent/ui';
import type { StreamConnection } from '../http/event-stream.ts';
import { type Notifications, useNotifications } from './use-notifications.ts';
import { type Ring, useRing } from './use-ring.ts';
import { useTabBadge } from './use-tab-badge.ts';

/** How an agent notices an offer when something else is in front. */
export interface Attention {
  ring: Ring;
  notifications: Notifications;
}

/** Rings, notifies and marks the tab while a call is on offer to the desk in this window. */
export function useAttention(
  desk: AgentStreamState | null,
  connection: StreamConnection,
): Attention {
  // A window that another has taken the place of keeps what it knew last, and rings for nothing.
  const isFollowed = connection !== 'replaced' && connection !== 'refused';
  const offer = (isFollowed && !desk?.call && desk?.offer) || null;
  const key = offer && `${offer.callId} ${offer.expiresAt}`;
  useTabBadge(offer ? `${offer.customerName} is waiting` : null);
  const ring = useRing(
    offer && key ? { key, remainingMs: offer.remainingMs } : null,
    desk?.status === 'available',
  );
  const notifications = useNotifications(
    offer && key
      ? {
          key,
          title: 'Incoming call',
          body: `${firstName(offer.customerName)} is waiting — ${formatClock(offer.waitedMs)}`,
        }
      : null,
  );
  return { ring, notifications };
}
