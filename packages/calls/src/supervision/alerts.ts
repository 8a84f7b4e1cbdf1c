import { alertKinds, type CallId, type UserId, type WallAlert } from '@agent/protocol';
import type { Incident } from './incidents.ts';

/** What supervisors do about one incident. Times are milliseconds since 1970. */
export interface AlertCare {
  owner: { userId: UserId; name: string } | null;
  snoozedUntilMs: number | null;
  isDone: boolean;
}

/** The incidents of a call with who sees to them: what wants somebody before the rest, the most urgent first. */
export function alertsOf(
  incidents: readonly Incident[],
  careOf: (incident: string) => AlertCare | undefined,
  nowMs: number,
): WallAlert[] {
  const alerts = incidents.map(({ incident, kind, sinceMs, reason, figureMs }): WallAlert => {
    const { owner, snoozedUntilMs, isDone } = careOf(incident) ?? noCare;
    const isPutOff = snoozedUntilMs !== null && snoozedUntilMs > nowMs;
    return {
      ...{ incident, kind, reason, figureMs, owner, isDone },
      since: new Date(sinceMs).toISOString(),
      snoozedUntil: isPutOff ? new Date(snoozedUntilMs).toISOString() : null,
    };
  });
  return [...alerts.filter(isPressing), ...alerts.filter((alert) => !isPressing(alert))];
}

const noCare: AlertCare = { owner: null, snoozedUntilMs: null, isDone: false };

/** Whether an alert wants somebody, at the time for which {@link alertsOf} made it. */
function isPressing({ isDone, snoozedUntil }: WallAlert): boolean {
  return !isDone && snoozedUntil === null;
}

/** What the order of calls goes by. */
export interface RankedCall {
  callId: CallId;
  answeredAt: string;
  alerts: readonly WallAlert[];
}

/**
 * Who needs help first: calls in which something presses; of these the ones that nobody sees to, the more
 * urgent kind, and what has lasted longest. The others stand in the order of their answer.
 */
export function orderOfCalls(calls: readonly RankedCall[]): CallId[] {
  const ranked = calls.map(({ callId, answeredAt, alerts }) => {
    const pressing = alerts.filter(isPressing);
    const first = pressing.find(({ owner }) => owner === null) ?? pressing[0];
    const level = !first ? 2 : first.owner ? 1 : 0;
    const kind = first ? alertKinds.indexOf(first.kind) : 0;
    return { callId, rank: [level, kind, Date.parse(first?.since ?? answeredAt)] };
  });
  return ranked.toSorted(byRank).map(({ callId }) => callId);
}

interface Ranked {
  callId: CallId;
  rank: readonly number[];
}

function byRank(a: Ranked, b: Ranked): number {
  for (const [index, own] of a.rank.entries()) {
    const difference = own - (b.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.callId < b.callId ? -1 : 1;
}
