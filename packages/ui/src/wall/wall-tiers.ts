import type { WallAlertItem, WallCallItem } from './wall-item.ts';

/** How much a call wants a supervisor, the most first. */
export const wallTiers = ['needs-help', 'watch', 'fine'] as const;
/** How much a call wants a supervisor. */
export type WallTier = (typeof wallTiers)[number];

/** A call and where it stands. */
export interface PlacedCall {
  callId: string;
  tier: WallTier;
}

/** Whether something wants somebody now: nobody has seen to it or put it off. */
export function isPressing({ isDone, snoozedUntil }: WallAlertItem, nowMs: number): boolean {
  return !isDone && (snoozedUntil === null || Date.parse(snoozedUntil) <= nowMs);
}

/**
 * Where a call stands: it needs help when its agent asks for some or its customer is upset; anything else
 * that presses is to be watched. Who takes something leaves the call where it is.
 */
export function wallTierOf({ alerts }: Pick<WallCallItem, 'alerts'>, nowMs: number): WallTier {
  const pressing = alerts.filter((alert) => isPressing(alert, nowMs));
  if (pressing.some(isUrgent)) return 'needs-help';
  return pressing.length > 0 ? 'watch' : 'fine';
}

/** What of a call needs help and nobody sees to. */
export function unattended(
  { alerts }: Pick<WallCallItem, 'alerts'>,
  nowMs: number,
): readonly WallAlertItem[] {
  return alerts.filter(
    (alert) => isUrgent(alert) && alert.owner === null && isPressing(alert, nowMs),
  );
}

/** The calls by tier; within one they keep the order in which they were given. */
export function placeCalls(calls: readonly WallCallItem[], nowMs: number): PlacedCall[] {
  const placed = calls.map((call) => ({ callId: call.callId, tier: wallTierOf(call, nowMs) }));
  return wallTiers.flatMap((tier) => placed.filter((one) => one.tier === tier));
}

function isUrgent({ kind }: WallAlertItem): boolean {
  return kind === 'help' || kind === 'upset';
}
