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
 * Where a call stands for who looks: it needs help when its agent asks for some or its customer is upset
 * and nobody else sees to it; anything else that presses is to be watched.
 */
export function wallTierOf(
  { alerts }: Pick<WallCallItem, 'alerts'>,
  nowMs: number,
  viewerId: string | undefined,
): WallTier {
  const pressing = alerts.filter((alert) => isPressing(alert, nowMs));
  if (pressing.some((alert) => isForViewer(alert, viewerId))) return 'needs-help';
  return pressing.length > 0 ? 'watch' : 'fine';
}

/** The calls by tier; within one they keep the order in which they were given. */
export function placeCalls(
  calls: readonly WallCallItem[],
  nowMs: number,
  viewerId: string | undefined,
): PlacedCall[] {
  const placed = calls.map((call) => ({
    callId: call.callId,
    tier: wallTierOf(call, nowMs, viewerId),
  }));
  return wallTiers.flatMap((tier) => placed.filter((one) => one.tier === tier));
}

function isForViewer({ kind, owner }: WallAlertItem, viewerId: string | undefined): boolean {
  if (kind !== 'help' && kind !== 'upset') return false;
  return owner === null || owner.userId === viewerId;
}
